import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { HiddenText } from "@genai-office/shared/guards";
import { readMail, readThread, type MailAddress, type MailThread } from "@genai-office/shared/mail";
import { findRequests } from "@genai-office/shared/tasks";
import { decodeText } from "../decode-text";
import { filesBelow } from "../files-below";
import { formatTable, type Measure } from "../measurement";

const kinds = new Set([".eml", ".txt", ".mbox"]);

interface Row {
  file: string;
  subject: string | null;
  from: string | null;
  to: string[];
  messages: { author: string | null; date: string | null }[];
  newest: string;
  quoted: string;
  signature: string;
  hidden: string[];
  reasons: string[];
  requests: { text: string; due: string | null; dueDate: string | null; of: string | null; condition: string | null }[];
  answers?: MailThread["messages"][number]["answers"];
  error?: string;
}

/**
 * `mail DIR|FILE`: each mail (.eml, or .txt as the plain-text body of one) taken apart by the reader that the pane uses. The bodies of
 * attached mails are not read.
 */
export const measure: Measure = async ([place]) => {
  const rows: Row[] = [];
  for (const { path, file } of filesBelow(place, "mails", kinds)) {
    try {
      rows.push({ file, ...(await readRow(path)) });
    } catch (error) {
      rows.push({
        file,
        subject: null,
        from: null,
        to: [],
        messages: [],
        newest: "",
        quoted: "",
        signature: "",
        hidden: [],
        reasons: [],
        requests: [],
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  const table = formatTable(
    ["file", "messages", "newest", "quoted", "signature", "hidden", "requests"],
    rows.map((row) => [
      row.file,
      row.error ?? String(row.messages.length),
      String(row.newest.length),
      String(row.quoted.length),
      String(row.signature.length),
      String(row.hidden.length),
      String(row.requests.length),
    ]),
  );
  return {
    table,
    json: { files: rows.length, parsed: rows.filter(({ error }) => error === undefined).length, rows },
  };
};

async function readRow(path: string): Promise<Omit<Row, "file">> {
  const bytes = readFileSync(path);
  if (extname(path).toLowerCase() === ".txt") {
    return { subject: null, from: null, to: [], ...partsOf(readThread({ text: decodeText(bytes) })) };
  }
  const mail = await readMail(bytes);
  return {
    subject: mail.subject,
    from: written(mail.from),
    to: mail.to.map((one) => written(one) ?? ""),
    ...partsOf(readThread(mail, mail)),
  };
}

function partsOf(thread: MailThread): Omit<Row, "file" | "subject" | "from" | "to"> {
  const answers = thread.messages[0]?.answers;
  return {
    messages: thread.messages.map(({ author, date }) => ({ author: written(author), date: date ?? null })),
    newest: thread.newest,
    quoted: thread.quoted,
    signature: thread.signature,
    hidden: thread.hidden.map(({ text }: HiddenText) => text),
    reasons: thread.hidden.map(({ reason }: HiddenText) => reason),
    requests: findRequests({ id: "newest", text: thread.newest }, dayInJapan(thread.messages[0]?.date)).map(
      ({ text, due, addressee, condition }) => ({
        text,
        due: due?.words ?? null,
        dueDate: due?.date ?? null,
        of: addressee ?? null,
        condition: condition ?? null,
      }),
    ),
    ...(answers === undefined ? {} : { answers }),
  };
}

/** The day on which a mail was written, as its readers in Japan count it: 来週 is told from it. */
function dayInJapan(date: string | undefined): string | undefined {
  const at = date === undefined ? NaN : Date.parse(date);
  if (Number.isNaN(at)) return undefined;
  return new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);
}

function written(address: MailAddress | undefined): string | null {
  if (address === undefined) return null;
  if (address.name === "" || address.address === "") return address.name || address.address || null;
  return `${address.name} <${address.address}>`;
}
