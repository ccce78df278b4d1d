import type { MessageKey, Translator } from "../i18n";

const places: Record<string, MessageKey> = {
  header: "place.header",
  footer: "place.footer",
  firstPage: "place.firstPage",
  fileName: "place.fileName",
  subject: "place.subject",
  body: "place.body",
  label: "place.label",
};

/** Name of the place where a marking stands. */
export function placeName(t: Translator, where: string): string {
  return t(places[where] ?? "place.body");
}
