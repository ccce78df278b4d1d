import { findElements } from "./find-elements";

/** The elements of index.html that the page works with. */
export interface PageElements {
  readonly toolbar: HTMLElement;
  readonly places: HTMLElement;
  readonly productName: HTMLElement;
  readonly documentName: HTMLElement;
  readonly saveState: HTMLElement;
  readonly openButton: HTMLButtonElement;
  readonly fileInput: HTMLInputElement;
  readonly samplesButton: HTMLButtonElement;
  readonly samplesMenu: HTMLElement;
  readonly downloadButton: HTMLButtonElement;
  readonly profile: HTMLSelectElement;
  readonly messages: HTMLElement;
  readonly dropHint: HTMLElement;
  readonly scroller: HTMLElement;
  readonly sheet: HTMLElement;
  readonly splitter: HTMLElement;
  readonly paneFrame: HTMLElement;
  readonly pages: HTMLElement;
  readonly selection: HTMLElement;
}

const ids: Readonly<Record<keyof PageElements, string>> = {
  toolbar: "toolbar",
  places: "places",
  productName: "product-name",
  documentName: "document-name",
  saveState: "save-state",
  openButton: "open",
  fileInput: "file",
  samplesButton: "samples",
  samplesMenu: "samples-menu",
  downloadButton: "download",
  profile: "profile",
  messages: "messages",
  dropHint: "drop-hint",
  scroller: "scroller",
  sheet: "sheet",
  splitter: "splitter",
  paneFrame: "pane-frame",
  pages: "pages",
  selection: "selection",
};

export function findPageElements(): PageElements {
  return findElements(ids);
}
