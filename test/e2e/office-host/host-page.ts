import { createInterpreter, type SessionEvent, type SyncInfo } from "@genai-office/office-host";
import { type AttachedPane, attachPane } from "@genai-office/office-host/browser";
import { TinyDocument } from "../../unit/office-host/tiny-host";

/** The host page of the test: a document of a few lines, and the pane that the address names. */
export interface TestHost {
  readonly pane: AttachedPane;
  readonly document: TinyDocument;
  readonly events: SessionEvent[];
  readonly syncs: SyncInfo[];
  /** Errors with which the next calls of a dispatch id are answered. */
  readonly failures: { dispatchId: number; errorCode: number }[];
  saved: Record<string, string>;
}

declare global {
  interface Window {
    testHost: TestHost;
  }
}

const parameters = new URLSearchParams(location.search);
const root = new TinyDocument("第1　総則", "本規程は、文書の取扱いを定める。");
const events: SessionEvent[] = [];
const syncs: SyncInfo[] = [];
const failures: TestHost["failures"] = [];
let saved: Record<string, string> = { stored: '"以前の値"' };
let selection = root.body.paragraphs[0]?.text ?? "";

const pane = attachPane({
  container: document.body,
  paneUrl: parameters.get("pane") ?? "",
  addinName: "AIアシスト",
  interpreter: createInterpreter({ root, onSync: (info) => syncs.push(info) }),
  documentUrl: "https://localhost/docs/%E8%A6%8F%E7%A8%8B.docx",
  settings: {
    load: () => saved,
    save: (next) => {
      saved = next;
    },
  },
  services: {
    getFile: () => new Uint8Array(150_000).map((_value, index) => index % 251),
    getSelectedData: (type) => `${type}:${selection}`,
    setSelectedData: (data) => {
      selection = String(data);
    },
    getAccessToken: () => "a.test.token",
  },
  beforeReply: ({ dispatchId }) => {
    const index = failures.findIndex((failure) => failure.dispatchId === dispatchId);
    return index < 0 ? undefined : { errorCode: failures.splice(index, 1)[0]?.errorCode ?? 0 };
  },
  onEvent: (event) => events.push(event),
});

window.testHost = {
  pane,
  document: root,
  events,
  syncs,
  failures,
  get saved() {
    return saved;
  },
};
