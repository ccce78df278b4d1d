import { strFromU8, unzipSync } from "fflate";
import { createXmldom } from "../../playground/office-host/src/package/xmldom";
import { createWordHost, type WordHost } from "../../playground/office-host/src/word";
import type { EmulatedObject } from "../../playground/office-host/src/rich-api/emulated-type";
import { buildDocx, type DocxOptions } from "./docx-builder";
import { items, read } from "./emulated-object";

export interface OpenedDocument {
  host: WordHost;
  bytes: Uint8Array;
  body: EmulatedObject;
  /** Paragraphs of the body now. */
  paragraphs(): EmulatedObject[];
  /** The nth paragraph of the body now. */
  paragraph(index: number): EmulatedObject;
  /** Text of each paragraph of the body now. */
  texts(): unknown[];
  /** Inner XML of w:body as it would be saved, without the last w:sectPr; ids and dates as written. */
  bodyXml(): string;
  /** A part as it would be saved. */
  part(name: string): string;
}

/** A document from a test's XML in an emulated Word whose clock stands still and whose user is 佐藤. */
export async function openDocument(options: DocxOptions): Promise<OpenedDocument> {
  const bytes = buildDocx(options);
  const host = await createWordHost(bytes, {
    dom: createXmldom(),
    now: () => new Date("2026-04-01T09:00:00Z"),
    author: "佐藤",
  });
  const body = read(host.root, "Body") as EmulatedObject;
  const paragraphs = () => items(read(body, "Paragraphs"));
  const part = (name: string) => strFromU8(unzipSync(host.save())[name] ?? new Uint8Array());
  return {
    host,
    bytes,
    body,
    paragraphs,
    paragraph: (index) => {
      const found = paragraphs()[index];
      if (!found) throw new Error(`There is no paragraph ${index}.`);
      return found;
    },
    texts: () => paragraphs().map((paragraph) => read(paragraph, "Text")),
    bodyXml: () =>
      part("word/document.xml")
        .replace(/^[\s\S]*?<w:body>/, "")
        .replace(/(<w:sectPr>(?:(?!<w:sectPr)[\s\S])*<\/w:sectPr>)?<\/w:body>[\s\S]*$/, ""),
    part,
  };
}
