import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildMinistryReport } from "./ministry-report";
import { buildPublicNotice } from "./public-notice";
import { buildRestrictedNote } from "./restricted-note";

export interface SampleDocument {
  readonly file: string;
  /** As the playground's menu shows it. */
  readonly title: string;
  readonly description: string;
  readonly build: () => Uint8Array;
}

/** The first one is what the playground opens. */
export const sampleDocuments: readonly SampleDocument[] = [
  {
    file: "ministry-report.docx",
    title: "実態調査 報告書（案）",
    description: "機密性2情報・8ページ。表、脚注、コメント、図を含みます。",
    build: buildMinistryReport,
  },
  {
    file: "restricted-note.docx",
    title: "障害対応の検討メモ",
    description: "機密性3情報。AIへの送信が止められることを確かめられます。",
    build: buildRestrictedNote,
  },
  {
    file: "public-notice.docx",
    title: "住民向けお知らせ",
    description: "機密性の表示がない公表用の文書です。",
    build: buildPublicNotice,
  },
];

/** Writes every sample and `index.json` (`[{file, title, description}]`, what the page's menu reads) into `directory`. */
export function writeSamples(directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const { file, build } of sampleDocuments) writeFileSync(join(directory, file), build());
  const list = sampleDocuments.map(({ file, title, description }) => ({ file, title, description }));
  writeFileSync(join(directory, "index.json"), JSON.stringify(list));
}
