import { findElements } from "../shell/find-elements";

/** The elements of mail.html that the page works with. */
export interface MailElements {
  readonly toolbar: HTMLElement;
  readonly productName: HTMLElement;
  readonly owner: HTMLElement;
  readonly reader: HTMLSelectElement;
  readonly places: HTMLElement;
  readonly newMail: HTMLButtonElement;
  readonly openButton: HTMLButtonElement;
  readonly fileInput: HTMLInputElement;
  readonly faultsButton: HTMLButtonElement;
  readonly faultsMenu: HTMLElement;
  readonly profile: HTMLSelectElement;
  readonly messages: HTMLElement;
  readonly dropHint: HTMLElement;
  readonly folders: HTMLElement;
  readonly list: HTMLElement;
  readonly windowArea: HTMLElement;
  readonly windows: HTMLElement;
  readonly reading: HTMLElement;
  readonly composing: HTMLElement;
  readonly splitter: HTMLElement;
  readonly paneColumn: HTMLElement;
  readonly paneTitle: HTMLElement;
  readonly pin: HTMLButtonElement;
  readonly closePane: HTMLButtonElement;
  readonly paneFrames: HTMLElement;
  readonly paneEmpty: HTMLElement;
  readonly openPane: HTMLButtonElement;
  readonly counts: HTMLElement;
  readonly faultState: HTMLElement;
}

export function findMailElements(): MailElements {
  return findElements<MailElements>({
    toolbar: "toolbar",
    productName: "product-name",
    owner: "owner",
    reader: "reader",
    places: "places",
    newMail: "new-mail",
    openButton: "open",
    fileInput: "file",
    faultsButton: "faults",
    faultsMenu: "faults-menu",
    profile: "profile",
    messages: "messages",
    dropHint: "drop-hint",
    folders: "folders",
    list: "list",
    windowArea: "window-area",
    windows: "windows",
    reading: "reading",
    composing: "composing",
    splitter: "splitter",
    paneColumn: "pane-frame",
    paneTitle: "pane-title",
    pin: "pin",
    closePane: "close-pane",
    paneFrames: "pane-frames",
    paneEmpty: "pane-empty",
    openPane: "open-pane",
    counts: "counts",
    faultState: "fault-state",
  });
}
