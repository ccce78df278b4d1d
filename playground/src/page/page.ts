import { createBrowserDom } from "@genai-office/office-host/package";
import type { ProfileId } from "@genai-office/office-host/profiles";
import { createWordHost, type WordHost } from "@genai-office/office-host/word";
import { DocumentView } from "./document/document-view";
import { SelectionBridge } from "./document/selection-bridge";
import type { HostDocument } from "./document/host-document";
import { createWordDocument } from "./document/word-document";
import { download } from "./download";
import { nextPaint } from "./next-paint";
import { detailFor, noticeFor, readFile, readSample } from "./open-file";
import { PaneFrame } from "./pane-frame";
import type { SampleEntry, ServerConfig } from "./server-config";
import { attachDropZone } from "./shell/drop-zone";
import { attachMenu } from "./shell/menu";
import { Messages } from "./shell/messages";
import { drawPlaces } from "./shell/places";
import { makeReadOnly } from "./shell/read-only";
import { attachRegions } from "./shell/regions";
import { attachSplitter } from "./shell/splitter";
import type { PageElements } from "./shell/page-elements";
import { notices, texts, unsavedNotice } from "./texts";

interface OpenDocument {
  readonly name: string;
  readonly host: WordHost;
  readonly content: HostDocument;
}

/** The page that plays Word: the document on the left, the real pane on the right. */
export class Page {
  private readonly messages: Messages;
  private readonly view: DocumentView;
  private readonly bridge: SelectionBridge;
  private readonly pane: PaneFrame;
  private open: OpenDocument | undefined;
  private isUnsaved = false;
  private paneBooted = false;
  private isDrawn = false;
  /** Documents are opened one after the other: two at a time could leave one on the screen and the other in the host. */
  private opening: Promise<void> = Promise.resolve();
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly elements: PageElements,
    config: ServerConfig,
    samples: readonly SampleEntry[],
  ) {
    const { sheet, scroller } = elements;
    this.messages = new Messages(elements.messages);
    this.view = new DocumentView(
      scroller,
      sheet,
      ({ pages, wasSlow }) => {
        elements.pages.textContent = texts.ready(pages);
        if (wasSlow) this.messages.clear();
        this.bridge.show({ scroll: false });
      },
      (error) => this.messages.error(notices.cannotRedraw, detailFor(error)),
      () => this.messages.progress(texts.redrawing),
    );
    this.bridge = new SelectionBridge(sheet, this.view, () => this.showSelectionSize());
    this.pane = new PaneFrame({
      container: elements.paneFrame,
      paneUrl: config.wordPaneUrl,
      name: config.displayName,
      onFocusLeaves: () => sheet.focus(),
      onBooted: () => {
        this.paneBooted = true;
        this.showReady();
      },
      onSilent: () =>
        this.messages.error(notices.paneFailed, config.paneOrigin, [
          { label: texts.openPaneAddress, run: () => window.open(config.wordPaneUrl, "_blank", "noopener") },
        ]),
    });
    this.attachControls(config, samples);
  }

  /** Opens what the server names first. */
  async start(config: ServerConfig, samples: readonly SampleEntry[]): Promise<void> {
    const name = decodeURIComponent(config.sampleUrl.split("/").at(-1) ?? "");
    const sample = samples.find(({ file }) => file === name);
    await this.openBytes(sample ? `${sample.title}.docx` : name, () => readSample(config.sampleUrl), true);
  }

  private attachControls(config: ServerConfig, samples: readonly SampleEntry[]): void {
    const { elements } = this;
    elements.productName.textContent = config.displayName;
    drawPlaces(elements.places, "word");
    elements.openButton.addEventListener("click", () => elements.fileInput.click());
    elements.fileInput.addEventListener("change", () => {
      this.openFiles(Array.from(elements.fileInput.files ?? []));
      elements.fileInput.value = ""; // so that the same file can be chosen again
    });
    elements.downloadButton.addEventListener("click", () => this.download());
    elements.profile.addEventListener("change", () => this.open && this.openPane(this.open));
    attachMenu(
      elements.samplesButton,
      elements.samplesMenu,
      samples.map(({ file, title, description }) => ({
        title,
        description,
        choose: () => this.openUnlessUnsaved(`${title}.docx`, () => readSample(`samples/${file}`)),
      })),
    );
    attachDropZone(document.body, elements.dropHint, (files) => this.openFiles(files));
    attachSplitter(elements.splitter, elements.paneFrame);
    makeReadOnly(
      elements.sheet,
      () => this.messages.news(texts.typing),
      () => this.view.refresh(),
    );
    attachRegions([elements.toolbar, elements.sheet, () => this.pane.focus()]);
    window.addEventListener("beforeunload", (event) => {
      if (this.isUnsaved) event.preventDefault();
    });
  }

  private openFiles(files: readonly File[]): void {
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) this.messages.error(notices.several);
    else this.openUnlessUnsaved(file.name, () => readFile(file));
  }

  private openUnlessUnsaved(name: string, read: () => Promise<Uint8Array>): void {
    const open = () => {
      this.opening = this.opening
        .then(() => this.openBytes(name, read))
        .catch((error: unknown) => this.messages.error(notices.cannotDraw, detailFor(error)));
    };
    if (!this.isUnsaved) return open();
    this.messages.ask(unsavedNotice, [
      { label: texts.keep, run: () => this.elements.sheet.focus() },
      { label: texts.openAnyway, run: open },
    ]);
  }

  /** Whatever goes wrong, the document as before stays on the screen, in the host, beside the pane and in the name. */
  private async openBytes(name: string, read: () => Promise<Uint8Array>, isFirst = false): Promise<void> {
    const before = this.open;
    const wasUnsaved = this.isUnsaved;
    this.messages.progress(texts.opening(name));
    try {
      const bytes = await read();
      const host = await createWordHost(bytes, { dom: createBrowserDom(), author: "利用者" });
      const next: OpenDocument = { name, host, content: createWordDocument(host) };
      this.messages.progress(texts.drawing);
      this.isDrawn = false;
      // There is no document before the first one that could stay in the host: the pane starts beside the drawing.
      if (isFirst) {
        this.openPane(next);
        await this.pane.loaded();
      }
      await nextPaint(); // drawing blocks: without this the message would come after it
      await this.view.open(next.content, () => {
        this.take(next);
        if (!isFirst) this.openPane(next);
      });
      this.isDrawn = true;
      this.showReady();
      if (isFirst) this.messages.clear();
      else this.messages.news(texts.opened(name));
    } catch (error) {
      this.putBack(before, wasUnsaved);
      this.messages.error(noticeFor(error), detailFor(error));
    }
  }

  private take(open: OpenDocument): void {
    this.stopListening?.();
    this.open = open;
    this.elements.documentName.textContent = open.name;
    document.title = `${open.name} - ${this.elements.productName.textContent}`;
    this.setUnsaved(false);
    this.stopListening = open.content.onChanged(() => {
      this.setUnsaved(true);
      this.view.refresh();
    });
    this.bridge.connect(open.content);
    this.bridge.show({ scroll: false });
    this.showSelectionSize();
  }

  /** The view has put its drawing back; what else the failed document got hold of follows. */
  private putBack(before: OpenDocument | undefined, wasUnsaved: boolean): void {
    if (before === undefined) {
      this.stopListening?.();
      this.open = undefined;
      this.bridge.disconnect();
      this.pane.close();
      this.elements.documentName.textContent = "";
      return;
    }
    const isTaken = this.open !== before;
    // Drawn pages that were taken from the page and put back have lost their selection.
    if (isTaken) {
      this.take(before);
      this.setUnsaved(wasUnsaved);
    } else if (!this.isDrawn) this.bridge.show({ scroll: false });
    if (this.pane.host !== before.host) this.openPane(before);
    this.isDrawn = true;
    this.showReady();
  }

  private openPane({ host, name }: Pick<OpenDocument, "host" | "name">): void {
    this.paneBooted = false;
    delete document.documentElement.dataset["pane"];
    this.pane.open(host, name, this.elements.profile.value as ProfileId);
  }

  /** Says that pane and document can be used; tests and measures wait for it. */
  private showReady(): void {
    if (this.paneBooted && this.isDrawn) document.documentElement.dataset["pane"] = "ready";
  }

  private download(): void {
    if (!this.open) return;
    download(this.open.host.save(), this.open.name);
    this.setUnsaved(false);
    this.messages.news(texts.downloaded(this.open.name));
  }

  private setUnsaved(isUnsaved: boolean): void {
    this.isUnsaved = isUnsaved;
    this.elements.saveState.textContent = isUnsaved ? texts.unsaved : "";
  }

  private showSelectionSize(): void {
    const { paragraphs, characters } = this.open?.content.selectionSize() ?? { paragraphs: 0, characters: 0 };
    this.elements.selection.textContent = paragraphs > 0 ? texts.selection(paragraphs, characters) : texts.noSelection;
  }
}
