import { nameOfLabel } from "../../language";
import type { Block } from "../../vocabulary";

/** A transcript typed as text: 「○山田委員　…」, 「○事務局（佐藤課長）　…」, 「山田委員：…」. */
const typedName =
  /^[\s\u3000]*(?:[○◯〇●◎][\s\u3000]*([^\s\u3000。、「：:]{1,24})[\s\u3000：:]|([\p{L}\p{N}・ー（）() ]{1,24}?)[：:](?!\/\/))/u;

/** Who speaks in a block: the name of its label, or the one typed before the words; empty when neither tells. */
export function speakerOf(block: Pick<Block, "label" | "text">): string {
  const named = nameOfLabel(block.label);
  if (named !== "") return named;
  const typed = typedName.exec(block.text);
  return (typed?.[1] ?? typed?.[2] ?? "").trim();
}

/** Everyone who speaks, each once, in order. */
export function speakersOf(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.map(speakerOf).filter((name) => name !== ""))];
}
