import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { cleanText, invisibleTexts, isUsualHiding, type HiddenText } from "@genai-office/shared/guards";
import { hiddenInNames, readHtml, readMailBody } from "@genai-office/shared/guards/injection";
import { readMail } from "@genai-office/shared/mail";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

const kinds = new Set([".html", ".htm", ".eml", ".txt", ".mht", ".mhtml"]);

interface Row {
  file: string;
  visible: string;
  hidden: string[];
  reasons: string[];
  alarming?: number;
  error?: string;
}

/**
 * `hidden DIR`: what each page or mail shows, and what it holds without showing it, by the reader that the panes use.
 * `hidden` and `reasons` belong together by their place. `alarming` counts what ordinary senders do not hide.
 */
export const measure: Measure = async (args) => {
  const [directory] = args;
  if (directory === undefined) throw new MeasurementImpossible("name a directory of pages and mails");
  let files: string[];
  try {
    const isDirectory = statSync(directory).isDirectory();
    files = isDirectory
      ? readdirSync(directory, { recursive: true, encoding: "utf8" })
          .filter((file) => kinds.has(extname(file).toLowerCase()))
          .map((file) => join(directory, file))
          .sort()
      : [directory];
  } catch {
    throw new MeasurementImpossible(`${directory} cannot be read`);
  }
  const rows: Row[] = [];
  for (const path of files) {
    const file = relative(directory, path) || path;
    try {
      const { visible, hidden } = await readFile(path);
      rows.push({
        file,
        visible,
        hidden: hidden.map(({ text }) => text),
        reasons: hidden.map(({ reason }) => reason),
        alarming: hidden.filter((one) => !isUsualHiding(one)).length,
      });
    } catch (error) {
      rows.push({
        file,
        visible: "",
        hidden: [],
        reasons: [],
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  const table = formatTable(
    ["file", "visible", "hidden", "alarming", "reasons"],
    rows.map((row) => [
      row.file,
      String(row.visible.length),
      String(row.hidden.length),
      String(row.alarming ?? "-"),
      row.error ?? [...new Set(row.reasons)].join(" "),
    ]),
  );
  return {
    table,
    json: { files: rows.length, withHidden: rows.filter(({ hidden }) => hidden.length > 0).length, rows },
  };
};

async function readFile(path: string): Promise<{ visible: string; hidden: HiddenText[] }> {
  const bytes = readFileSync(path);
  switch (extname(path).toLowerCase()) {
    case ".html":
    case ".htm":
      return readHtml(decodePage(bytes));
    case ".txt": {
      const { text, removed } = cleanText(decodePage(bytes));
      return { visible: text, hidden: invisibleTexts(removed) };
    }
    default: {
      const mail = await readMail(bytes);
      const { visible, hidden } = readMailBody(mail);
      const people = [mail.from, ...mail.to, ...mail.cc].flatMap((one) => one?.name ?? []);
      const files = mail.attachments.map(({ fileName }) => fileName);
      return { visible, hidden: [...hiddenInNames({ subject: mail.subject, people, files }), ...hidden] };
    }
  }
}

/** Bytes of a page by its byte order mark, what it says of itself, or as UTF-8. */
function decodePage(bytes: Buffer): string {
  const head = bytes.subarray(0, 2048).toString("latin1");
  const mark = head.startsWith("\xff\xfe") ? "utf-16le" : head.startsWith("\xfe\xff") ? "utf-16be" : undefined;
  const named =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(head)?.[1];
  for (const name of [mark, named, "utf-8", "shift_jis", "euc-jp"]) {
    if (name === undefined) continue;
    try {
      return new TextDecoder(name, { fatal: name !== named }).decode(bytes);
    } catch {
      // Not these bytes, or no charset: the next one is tried.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}
