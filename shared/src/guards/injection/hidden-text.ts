/** Why a person does not see a text. The words for people are in i18n, `hidden.<reason>`. */
export type HiddenReason =
  | "display-none"
  | "visibility"
  | "hidden-attribute"
  | "mso-hide"
  | "tiny"
  | "color"
  | "opacity"
  | "off-screen"
  | "clipped"
  | "covered"
  | "zero-size"
  | "collapsed"
  | "comment"
  | "conditional-comment"
  | "template"
  | "noscript"
  | "script"
  | "style"
  | "metadata"
  | "fallback"
  | "frame"
  | "form-value"
  | "alt"
  | "attribute"
  | "zero-width"
  | "bidi"
  | "tag-characters"
  | "variation-selectors"
  | "soft-hyphen"
  | "control-characters"
  | "other-alternative"
  | "vanish"
  | "deleted"
  | "property"
  | "too-complex";

/** Text that stands in a source and that its reader does not see. It is not sent to a model. */
export interface HiddenText {
  text: string;
  reason: HiddenReason;
  /** Where it stands: in the preview line of a newsletter, on a named part of a document, in a header of a mail. */
  place?: string;
}

/**
 * Reasons for which ordinary mails and documents hide text too: comments, layouts for one program, preview lines. Told, but
 * no cause for alarm by themselves.
 */
const usual: ReadonlySet<HiddenReason> = new Set([
  "comment",
  "conditional-comment",
  "mso-hide",
  "template",
  "noscript",
  "script",
  "style",
  "metadata",
  "fallback",
  "form-value",
  "alt",
  "attribute",
  "collapsed",
  "soft-hyphen",
  "deleted",
  "property",
  "other-alternative",
]);

/** True for hidden text that ordinary senders hide as well. A text that orders an AI about is never usual. */
export function isUsualHiding({ reason, place }: HiddenText): boolean {
  return place === "preheader" || usual.has(reason);
}
