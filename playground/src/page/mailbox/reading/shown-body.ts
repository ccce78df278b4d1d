import type { Draft, Mail, MailAttachment } from "@genai-office/office-host/outlook";
import createDOMPurify, { type Config } from "dompurify";
import { localStyles } from "./local-styles";

/** What a mail may bring: text, tables, pictures that it carries itself, and its style sheets. */
const rules: Config = {
  USE_PROFILES: { html: true },
  WHOLE_DOCUMENT: true,
  ADD_TAGS: ["style"],
  FORBID_TAGS: [
    "form",
    "input",
    "button",
    "textarea",
    "select",
    "audio",
    "video",
    "source",
    "track",
    "picture",
    "dialog",
    "map",
  ],
  FORBID_ATTR: ["srcset", "background", "poster", "ping"],
};

/** The page in the frame asks nobody for anything, whatever the cleaning left over. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const frameStyle = `
  html { color-scheme: light; background: #fff; }
  body { margin: 0; padding: 16px 20px 28px; color: #1a2433; overflow-wrap: anywhere;
    font: 14px/1.7 "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", Meiryo, IPAexGothic, sans-serif; }
  body.plain { white-space: pre-wrap; }
  img { max-width: 100%; height: auto; }
  table { max-width: 100%; }
  blockquote { margin-inline: 0.8em 0; }
  [contenteditable]:focus { outline: none; }
`;

export interface ShownBody {
  /** A whole page for a frame without scripts. */
  readonly page: string;
  /** Pictures of other servers, which are not asked for. */
  readonly blockedPictures: number;
}

/** A mail's body as a mail program shows it: cleaned, with the pictures it carries, without those it would fetch. */
export function shownBody(mail: Mail): ShownBody {
  if (mail.html === undefined) return { page: framePage(escapeHtml(mail.text), { plain: true }), blockedPictures: 0 };
  const { fragment, styles, blockedPictures } = cleaned(mail.html, mail.attachments);
  return { page: framePage(fragment, { styles }), blockedPictures };
}

/** An empty page whose body the person writes into. */
export function editorPage(draft: Pick<Draft, "bodyType">, label: string): string {
  const kind = draft.bodyType === "html" ? "true" : "plaintext-only";
  return framePage("", { plain: draft.bodyType === "text", editable: kind, label });
}

function framePage(
  content: string,
  options: { plain?: boolean; styles?: string; editable?: string; label?: string },
): string {
  const attributes = [
    ...(options.plain === true ? [' class="plain"'] : []),
    ...(options.editable === undefined
      ? []
      : [` contenteditable="${options.editable}" role="textbox" aria-multiline="true" spellcheck="false"`]),
    ...(options.label === undefined ? [] : [` aria-label="${escapeHtml(options.label)}"`]),
  ];
  return [
    '<!doctype html><html lang="ja"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escapeHtml(options.label ?? "")}</title>`,
    `<style>${frameStyle}</style>${options.styles ?? ""}</head><body${attributes.join("")}>${content}</body></html>`,
  ].join("");
}

function cleaned(
  html: string,
  attachments: readonly MailAttachment[],
): { fragment: string; styles: string; blockedPictures: number } {
  const page = new DOMParser().parseFromString(createDOMPurify(window).sanitize(html, rules), "text/html");
  let blockedPictures = 0;
  for (const picture of page.querySelectorAll("img")) {
    const source = picture.getAttribute("src") ?? "";
    const carried = pictureSource(source, attachments);
    if (carried !== undefined) picture.src = carried;
    else if (!/^data:image\//i.test(source)) {
      picture.removeAttribute("src");
      if (source !== "") blockedPictures += 1;
    }
  }
  for (const link of page.querySelectorAll("a")) {
    const address = link.getAttribute("href") ?? "";
    if (/^(https?|mailto):/i.test(address)) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.title = address;
    } else link.removeAttribute("href");
  }
  for (const styled of page.querySelectorAll("[style]"))
    styled.setAttribute("style", localStyles(styled.getAttribute("style") ?? ""));
  const styles = Array.from(page.querySelectorAll("style"), (sheet) => {
    sheet.remove();
    sheet.textContent = localStyles(sheet.textContent ?? "");
    return sheet.outerHTML;
  }).join("");
  return { fragment: page.body.innerHTML, styles, blockedPictures };
}

/** The data behind `cid:`; undefined for other addresses, and for what the mail does not carry. */
export function pictureSource(source: string, attachments: readonly MailAttachment[]): string | undefined {
  const name = /^cid:(.+)$/i.exec(source)?.[1];
  if (name === undefined) return undefined;
  const found = attachments.find(({ contentId }) => contentId !== undefined && contentId === decoded(name));
  if (found === undefined || !/^image\/(?:png|jpeg|gif|webp|bmp)$/i.test(found.contentType)) return undefined;
  let binary = "";
  for (let start = 0; start < found.bytes.length; start += 8192)
    binary += String.fromCharCode(...found.bytes.subarray(start, start + 8192));
  return `data:${found.contentType.toLowerCase()};base64,${btoa(binary)}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
