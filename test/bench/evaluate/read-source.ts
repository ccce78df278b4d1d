import { readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { paragraphTexts } from "@genai-office/shared/ooxml";
import type { Block, BlockKind } from "@genai-office/shared/vocabulary";
import { unzipSync } from "fflate";
import { parseSourceFile, type CaseSource } from "./evaluation-case";

/** A source as the tasks take it, and where its markings may stand besides. */
export interface ReadSource {
  blocks: Block[];
  headers: string[];
  footers: string[];
  fileName: string;
}

/**
 * Makes blocks of a case's source. Files are named relative to the case: `.txt` and `.md` give a block a line, `.docx` one
 * a paragraph, `.json` holds `{"messages": […]}` or `{"utterances": […]}` as the case itself may.
 * @param root folder that files may not leave
 * @throws Error when the file cannot be read
 */
export function readSource(source: CaseSource, folder: string, root = folder): ReadSource {
  if ("file" in source) {
    const path = resolve(folder, source.file);
    // A set of cases that somebody hands over must not read, and send, other files of this machine.
    if (relative(resolve(root), path).startsWith("..")) throw new Error("source.file: leaves the folder of the cases");
    return readFile(path);
  }
  return { blocks: blocksOf(source), headers: [], footers: [], fileName: "" };
}

function blocksOf(source: Exclude<CaseSource, { file: string }>): Block[] {
  if ("text" in source) return paragraphs(lines(source.text));
  if ("paragraphs" in source) return paragraphs(source.paragraphs);
  if ("messages" in source) {
    return source.messages.map(({ from, date, subject, text }, index) => {
      const label = [from, date, subject].filter((part) => part !== undefined).join(" / ");
      return block(index, text, "message", label);
    });
  }
  return source.utterances.map(({ speaker, time, text }, index) =>
    block(index, text, "utterance", time === undefined ? speaker : `${speaker} ${time}`),
  );
}

function readFile(path: string): ReadSource {
  const bytes = readFileSync(path);
  const fileName = basename(path);
  if (/\.docx$/i.test(path)) return { ...readDocument(bytes), fileName };
  const text = decode(bytes);
  const blocks = /\.json$/i.test(path) ? blocksOf(parseSourceFile(JSON.parse(text))) : paragraphs(lines(text));
  return { blocks, headers: [], footers: [], fileName };
}

function readDocument(bytes: Uint8Array): Omit<ReadSource, "fileName"> {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name) });
  const texts = (kind: string): string[] =>
    Object.entries(parts)
      .filter(([name]) => name.startsWith(`word/${kind}`))
      .flatMap(([, part]) => paragraphTexts(new TextDecoder().decode(part)));
  if (parts["word/document.xml"] === undefined) throw new Error("source: the file has no word/document.xml");
  return { blocks: paragraphs(texts("document")), headers: texts("header"), footers: texts("footer") };
}

/** UTF-8, UTF-16 that says so by its mark, or what Japanese Windows writes. */
function decode(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  for (const encoding of mark === undefined ? ["utf-8", "shift_jis"] : [mark]) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined) return text;
  }
  throw new Error("source: the file is neither UTF-8, UTF-16 nor Shift_JIS");
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return undefined;
    throw error;
  }
}

function lines(text: string): string[] {
  return text.split(/\r\n|[\r\n]/);
}

function paragraphs(texts: readonly string[]): Block[] {
  return texts.map((text, index) => block(index, text, "paragraph"));
}

function block(index: number, text: string, kind: BlockKind, label?: string): Block {
  return { id: String(index + 1), text, kind, ...(label === undefined ? {} : { label }) };
}
