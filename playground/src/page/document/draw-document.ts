import { renderAsync } from "docx-preview";
import { pieceMarkSelector } from "./marks";
import { restartLists, styleNumbers } from "./list-counters";
import { type FurtherFrames, takePageFrames } from "./page-frames";
import type { RenderCopy } from "./render-copy";

export interface Drawing {
  /** Style elements of the document. */
  readonly styles: HTMLElement;
  /** The wrapper: one `section.docx` for each stretch of pages that docx-preview tells apart. */
  readonly wrapper: HTMLElement;
  /** What stands above and below the further pages of a section whose first page has its own header. */
  readonly furtherFrames: FurtherFrames;
  /** Frees the memory of the pictures. */
  dispose(): void;
}

/** Draws a copy off screen. Pages are divided later: that needs a layout. */
export async function drawDocument(copy: RenderCopy): Promise<Drawing> {
  const body = document.createElement("div");
  const styles = document.createElement("div");
  await renderAsync(copy.bytes, body, styles, {
    className: "docx",
    inWrapper: true,
    breakPages: false,
    ignoreLastRenderedPageBreak: false,
    renderChanges: true,
    renderComments: true,
    // An altChunk is a foreign HTML page inside of the document.
    renderAltChunks: false,
  });
  const wrapper = body.querySelector<HTMLElement>(".docx-wrapper");
  if (wrapper === null) throw new Error("The document was not drawn.");
  const furtherFrames = takePageFrames(wrapper);
  styleNumbers(styles);
  restartLists(styles);
  makeLinksSafe(wrapper);
  numberNotes(wrapper);
  addReadings(wrapper, copy.additions.readings);
  labelFigures(wrapper, copy.additions.alternatives);
  labelComments(wrapper);
  const pictures = Array.from(wrapper.querySelectorAll("img"));
  return {
    styles,
    wrapper,
    furtherFrames,
    dispose: () => {
      for (const picture of pictures) if (picture.src.startsWith("blob:")) URL.revokeObjectURL(picture.src);
    },
  };
}

/** Links of a document that somebody sent may hold any address; what is no web or mail address is not followed. */
function makeLinksSafe(wrapper: HTMLElement): void {
  for (const link of wrapper.querySelectorAll("a")) {
    const address = link.getAttribute("href") ?? "";
    if (/^(https?|mailto):/i.test(address)) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.title = address;
    } else link.removeAttribute("href");
  }
}

/** docx-preview numbers the notes of each of its sections anew. */
function numberNotes(wrapper: HTMLElement): void {
  for (const kind of ["note", "endnote"] as const) {
    let number = 0;
    for (const mark of wrapper.querySelectorAll(pieceMarkSelector(kind))) {
      const sign = mark.nextElementSibling?.querySelector("sup");
      if (sign) sign.textContent = String(++number);
    }
  }
}

function addReadings(wrapper: HTMLElement, readings: ReadonlyMap<string, string>): void {
  for (const [mark, reading] of readings) {
    const base = wrapper.querySelector(`#${mark}`)?.nextElementSibling;
    if (!base) continue;
    const ruby = document.createElement("ruby");
    const above = document.createElement("rt");
    above.textContent = reading;
    above.contentEditable = "false";
    ruby.append(...Array.from(base.childNodes), above);
    base.append(ruby);
  }
}

/** docx-preview does not hand on the alternative text. A figure without one is announced as a figure. */
function labelFigures(wrapper: HTMLElement, alternatives: ReadonlyMap<string, string>): void {
  for (const [mark, alternative] of alternatives) {
    const picture = wrapper.querySelector(`#${mark}`)?.nextElementSibling?.querySelector("img");
    if (picture) picture.alt = alternative || "図";
  }
  for (const picture of wrapper.querySelectorAll("img")) if (!picture.alt) picture.alt = "図";
}

/** The bubble opens under the mouse only; who reads by ear or by keyboard gets the comment as the sign's name. */
function labelComments(wrapper: HTMLElement): void {
  for (const sign of wrapper.querySelectorAll<HTMLElement>(".docx-comment-ref")) {
    const bubble = sign.nextElementSibling as HTMLElement | null;
    const parts = Array.from(bubble?.children ?? [], (part) => part.textContent?.trim() ?? "");
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", `コメント：${[parts[0], ...parts.slice(2)].filter(Boolean).join("、")}`);
    sign.contentEditable = "false";
    if (bubble) {
      bubble.contentEditable = "false";
      bubble.setAttribute("aria-hidden", "true");
    }
  }
}
