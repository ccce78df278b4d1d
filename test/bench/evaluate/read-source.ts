import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { paragraphTexts } from "@genai-office/shared/ooxml";
import type { Block, BlockKind } from "@genai-office/shared/vocabulary";
import { unzipSync } from "fflate";
import type { CaseSource } from "./evaluation-case";

/**
 * Makes blocks of a case's source. Files are named relative to the case: `.txt` and `.md` give a block a line, `.docx` one
 * a paragraph, `.json` holds `{"messages": […]}` or `{"utterances": […]}` as the case itself may.
 * @throws Error when the file cannot be read
 */
export function readSource(source: CaseSource, folder: string): Block[] {
  if ("text" in source) return paragraphs(lines(source.text));
  if ("paragraphs" in source) return paragraphs(source.paragraphs);
  if ("messages" in source) {
    return source.messages.map(({ from, date, subject, text }, index) => {
      const label = [from, date, subject].filter((part) => part !== undefined).join(" / ");
      return block(index, text, "message", label);
    });
  }
  if ("utterances" in source) {
    return source.utterances.map(({ speaker, time, text }, index) =>
      block(index, text, "utterance", time === undefined ? speaker : `${speaker} ${time}`),
    );
  }
  return readFile(resolve(folder, source.file));
}

function readFile(path: string): Block[] {
  const bytes = readFileSync(path);
  const name = path.toLowerCase();
  if (name.endsWith(".docx")) {
    const { "word/document.xml": document } = unzipSync(bytes, { filter: (file) => file.name === "word/document.xml" });
    if (document === undefined) throw new Error("source: the file has no word/document.xml");
    return paragraphs(paragraphTexts(new TextDecoder().decode(document)));
  }
  const text = decode(bytes);
  if (name.endsWith(".json")) return readSource(JSON.parse(text) as CaseSource, "");
  return paragraphs(lines(text));
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
