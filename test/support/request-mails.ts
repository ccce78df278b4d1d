import { readFileSync } from "node:fs";

/** A mail of the fixtures with what it asks. */
export interface RequestMail {
  name: string;
  /** Day on which it was written, YYYY-MM-DD. */
  written: string;
  body: string;
  requests: ExpectedRequest[];
}

export interface ExpectedRequest {
  /** Words of its sentence. */
  words: string;
  /** Day by which; undefined where the mail tells none that is certain. */
  due: string | undefined;
  addressee: string | undefined;
}

/**
 * Reads mails of the fixtures: each begins with "== name | YYYY-MM-DD"; lines "-> words | day or - | addressee" tell what it asks, the
 * others are its body.
 */
export function requestMails(file: string): RequestMail[] {
  return readFileSync(file, "utf8")
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [head = "", ...lines] = part.trimEnd().split("\n");
      const [name = "", written = ""] = head.split(" | ");
      const isExpected = (line: string): boolean => line.startsWith("-> ");
      return {
        name,
        written,
        body: lines.filter((line) => !isExpected(line)).join("\n"),
        requests: lines.filter(isExpected).map((line) => {
          const [words = "", due, addressee] = line.slice(3).split(" | ");
          return { words, due: due === "-" ? undefined : due, addressee };
        }),
      };
    });
}
