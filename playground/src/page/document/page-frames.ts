import { firstFrameMark, furtherFrameMark } from "./marks";

export interface PageFrame {
  readonly header: HTMLElement | null;
  readonly footer: HTMLElement | null;
}

/** By the section's first page: header and footer of its further pages. */
export type FurtherFrames = ReadonlyMap<HTMLElement, PageFrame>;

/** Takes away the pages that `prepareSections` added, and puts their headers where they belong. */
export function takePageFrames(wrapper: HTMLElement): FurtherFrames {
  const frames = new Map<HTMLElement, PageFrame>();
  for (const mark of wrapper.querySelectorAll(`[id="${furtherFrameMark}"]`)) {
    const furtherPage = pageOf(mark);
    const firstPage = furtherPage?.previousElementSibling as HTMLElement | null | undefined;
    if (!furtherPage || !firstPage?.querySelector(`[id="${firstFrameMark}"]`)) continue;
    mark.closest("p")?.remove();
    // A table cannot be told to start a page: then the section's text is already on this page.
    const isEmpty = furtherPage.querySelector("article > *") === null;
    const page = isEmpty ? (furtherPage.nextElementSibling as HTMLElement | null) : furtherPage;
    if (!page) continue;
    frames.set(page, frameOf(furtherPage, true));
    replaceFrame(page, frameOf(firstPage, false));
    firstPage.remove();
    if (isEmpty) furtherPage.remove();
  }
  return frames;
}

function pageOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("section");
}

function frameOf(page: HTMLElement, asCopy: boolean): PageFrame {
  const part = (name: string) => {
    const found = page.querySelector<HTMLElement>(`:scope > ${name}`);
    return found && asCopy ? (found.cloneNode(true) as HTMLElement) : found;
  };
  return { header: part("header"), footer: part("footer") };
}

function replaceFrame(page: HTMLElement, { header, footer }: PageFrame): void {
  for (const old of page.querySelectorAll(":scope > header, :scope > footer")) old.remove();
  if (header) page.prepend(header);
  if (footer) page.append(footer);
}
