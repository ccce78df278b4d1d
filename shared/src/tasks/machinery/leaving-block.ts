import type { Block } from "../../vocabulary";

/**
 * What of a block leaves with a step: text, kind and numbering are all a model needs; style and contents of a paragraph
 * stay at home.
 */
export function leavingBlock({ id, text, kind, level, label }: Block): Block {
  return {
    id,
    text,
    kind,
    ...(level === undefined ? {} : { level }),
    ...(label === undefined ? {} : { label }),
  };
}
