/** The elements of index.html that the page works with. */
export interface PageElements {
  readonly toolbar: HTMLElement;
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

/** @throws Error when index.html and this list have grown apart */
export function findPageElements(): PageElements {
  const found = Object.entries(ids).map(([name, id]) => {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`index.html has no #${id}`);
    return [name, element];
  });
  return Object.fromEntries(found) as PageElements;
}
