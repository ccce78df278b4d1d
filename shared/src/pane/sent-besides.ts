import type { Translator } from "../i18n";
import type { TermPair } from "../vocabulary";
import type { ConfirmSheetProps } from "./ConfirmSheet";

/** What leaves besides the text and was not written by the person, for the fold of a send sheet; undefined when nothing does. */
export function sentBesides(
  t: Translator,
  instruction: string | undefined,
  terms: readonly TermPair[] = [],
): ConfirmSheetProps["fixed"] {
  const texts = [
    ...(instruction === undefined ? [] : [{ id: "instruction", name: t("summarize.template"), text: instruction }]),
    ...terms.map((term, index) => ({ id: `term-${index}`, name: t("send.term"), text: termText(t, term) })),
  ];
  return texts.length === 0 ? undefined : { label: t("send.besides", { count: texts.length }), texts };
}

function termText(t: Translator, { source, target, forbidden = [] }: TermPair): string {
  const wording = source === target ? target : `${source} → ${target}`;
  return forbidden.length === 0 ? wording : t("send.termNot", { wording, forbidden: forbidden.join("、") });
}
