import { findElements } from "../shell/find-elements";

/** The elements of teams.html that the page works with. */
export interface TeamsElements {
  readonly toolbar: HTMLElement;
  readonly productName: HTMLElement;
  readonly owner: HTMLElement;
  readonly places: HTMLElement;
  readonly samplesButton: HTMLButtonElement;
  readonly samplesMenu: HTMLElement;
  readonly faultsButton: HTMLButtonElement;
  readonly faultsMenu: HTMLElement;
  readonly logButton: HTMLButtonElement;
  readonly person: HTMLSelectElement;
  readonly messages: HTMLElement;
  readonly dropHint: HTMLElement;
  readonly chats: HTMLElement;
  readonly chatTitle: HTMLElement;
  readonly chatNote: HTMLElement;
  readonly tabs: HTMLElement;
  readonly conversation: HTMLElement;
  readonly log: HTMLElement;
  readonly typing: HTMLElement;
  readonly announcement: HTMLElement;
  readonly composer: HTMLElement;
  readonly tabArea: HTMLElement;
  readonly wireLog: HTMLElement;
  readonly counts: HTMLElement;
  readonly faultState: HTMLElement;
}

export function findTeamsElements(): TeamsElements {
  return findElements<TeamsElements>({
    toolbar: "toolbar",
    productName: "product-name",
    owner: "owner",
    places: "places",
    samplesButton: "samples",
    samplesMenu: "samples-menu",
    faultsButton: "faults",
    faultsMenu: "faults-menu",
    logButton: "log-button",
    person: "person",
    messages: "messages",
    dropHint: "drop-hint",
    chats: "chats",
    chatTitle: "chat-title",
    chatNote: "chat-note",
    tabs: "tabs",
    conversation: "conversation",
    log: "log",
    typing: "typing",
    announcement: "announcement",
    composer: "composer",
    tabArea: "tab-area",
    wireLog: "wire-log",
    counts: "counts",
    faultState: "fault-state",
  });
}
