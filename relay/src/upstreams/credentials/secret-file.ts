import { readFile } from "node:fs/promises";
import { GenaiError } from "@genai-office/shared/vocabulary";

/**
 * Reads a secret from a file, white space around it ignored. Read for every call, so that a secret can be changed without
 * a restart.
 * @param kind "header" takes printable ASCII without spaces only: anything else would be refused as a header, with a
 *   message that quotes it. "text" takes any one line.
 * @throws GenaiError "unauthorized" when the file cannot be read or holds no usable secret; the secret is in no error
 */
export async function readSecretFile(file: string, kind: "header" | "text"): Promise<string> {
  let secret: string;
  try {
    secret = (await readFile(file, "utf8")).trim();
  } catch (cause) {
    throw new GenaiError("unauthorized", "the file of a secret cannot be read", { cause });
  }
  const usable = kind === "header" ? /^[\x21-\x7e]+$/ : /^[^\p{Cc}]+$/u;
  if (!usable.test(secret)) throw new GenaiError("unauthorized", "the file of a secret holds no usable one");
  return secret;
}
