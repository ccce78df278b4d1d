import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
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
 * @throws Error when the file cannot be read
 */
export function readSource(source: CaseSource, folder: string): ReadSource {
  if ("file" in source) return readFile(resolve(folder, source.file));
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

/** UTF-8, else what Japanese Windows writes. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the other encoding of Japanese text files.
    return new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
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
