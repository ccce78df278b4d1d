import { button, element, icon, paths } from "../../mailbox/element";
import { teamsClient } from "../teams-client";
import { texts } from "../texts";
import { isRecord, type Attachment } from "../wire";

export const consentType = "application/vnd.microsoft.teams.card.file.consent";
export const fileInfoType = "application/vnd.microsoft.teams.card.file.info";
export const downloadInfoType = "application/vnd.microsoft.teams.file.download.info";

/** Asks whether the person takes a file of the bot. @param given what was answered, once it was */
export function drawConsent(
  { name = "", content }: Attachment,
  given: string | undefined,
  answer: (answer: "accept" | "decline") => void,
): HTMLElement {
  const { description, sizeInBytes } = isRecord(content) ? content : {};
  const head = element("div", "file-head", icon(paths.clip), element("strong", "", name));
  if (typeof sizeInBytes === "number") head.append(element("span", "quiet", texts.bytes(sizeInBytes)));
  const card = element("div", "file-card", head);
  if (typeof description === "string") card.append(element("p", "", description));
  if (given === "accept" || given === "decline") card.append(element("p", "quiet", texts.consented[given]));
  else {
    const buttons = (["accept", "decline"] as const).map((one) =>
      button(texts.consent[one], one === "accept" ? "primary-button" : "plain-button", () => {
        for (const each of buttons) each.disabled = true;
        answer(one);
      }),
    );
    card.append(element("div", "buttons", ...buttons));
  }
  return card;
}

/** A file that is there: one that a person sent, or one that the bot has put. */
export function drawFile({ contentType, name = "", content }: Attachment): HTMLElement {
  const id = isRecord(content) ? content["uniqueId"] : undefined;
  const row = element("div", "file-card file-row", icon(paths.clip), element("span", "file-name", name));
  if (typeof id === "string") {
    const link = element("a", "download", texts.download);
    link.href = teamsClient.fileAddress(id);
    link.download = name;
    link.setAttribute("aria-label", `${name} ${texts.download}`);
    row.append(link);
  }
  row.dataset["kind"] = contentType === fileInfoType ? "handed-over" : "sent";
  return row;
}
