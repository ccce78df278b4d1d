import { unknownNames } from "../../guards";
import { nameOfLabel } from "../../language";
import type { Block, Finding } from "../../vocabulary";
import { namesOneOf } from "../requests/person-names";
import type { ReplyRequest } from "./reply-request";
import { salutationFor, squeezed } from "./thread";

/**
 * The address of a reply: the draft's where it names somebody of the thread other than the person who replies, else the writer of
 * the mail. Findings: `addressee-not-in-source`, `addressee-is-sender` { found }.
 */
export function salutationOf(
  written: string,
  mail: Block,
  request: ReplyRequest,
  sources: readonly string[],
  findings: Finding[],
): string {
  const known = salutationFor(mail, request.language);
  const name = squeezed(written)
    .replace(/(?:様|殿|氏|さん|先生|御中|各位|御?担当者|ご担当者)+[、,]?$/u, "")
    .replace(/^dear|,$/g, "");
  if (name === "") return written.trim() === "" ? known : written.trim();
  const sender = request.sender?.trim() ?? "";
  if (sender !== "" && namesOneOf(written, [sender]) && !namesOneOf(written, [nameOfLabel(mail.label)])) {
    findings.push({
      guard: "evidence",
      code: "addressee-is-sender",
      severity: "warning",
      values: { found: written.trim() },
    });
    return known;
  }
  const text = sources.map(squeezed).join("\n");
  const isKnown = written
    .split(/[\s\u3000\n]+/)
    .map((part) =>
      squeezed(part)
        .replace(/(?:様|殿|氏|さん|先生|御中|各位|御?担当者|ご担当者)+[、,]?$/u, "")
        .replace(/^dear|,$/g, ""),
    )
    .every((part) => part === "" || text.includes(part));
  if (isKnown || (known === "" && unknownNames(written, sources).length === 0)) return written.trim();
  findings.push({
    guard: "evidence",
    code: "addressee-not-in-source",
    severity: "warning",
    values: { found: written.trim() },
  });
  return known;
}
