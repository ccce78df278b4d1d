import type { Block, Edit } from "@genai-office/shared/vocabulary";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import type {
  AppliedEdits,
  DocumentCapabilities,
  DocumentPort,
  DocumentReading,
  ScopeSummary,
} from "../../../../word-addin/src/document/document-port";

export const twoBlocks: Block[] = [
  { id: "p1", text: "令和6年度の転入手続は3万2,410件である。", kind: "paragraph" },
  { id: "p2", text: "平均の待ち時間は18分に短縮した。", kind: "paragraph" },
];

/** A document in memory behind the port: records what is written, takes it back, and fails when told to. */
export class MemoryDocument implements DocumentPort {
  header = "○○省";
  applied: Edit[][] = [];
  revealed: string[] = [];
  looks = 0;
  /** Looks at what was written, and what stands there now; undefined: as it was written. */
  editLooks = 0;
  edited: string[] | undefined;
  /** Set to make the next call of that kind fail. */
  failure: { read?: GenaiError; apply?: GenaiError; undo?: GenaiError } = {};
  /** Held calls wait until `release`. */
  held = false;
  able: DocumentCapabilities = { insertBelow: true, replaceTracked: true, comment: true };
  scope: ScopeSummary = { scope: "selection", paragraphs: 2, characters: 38 };
  private waiting: (() => void)[] = [];
  private listeners = new Set<() => void>();

  release(): void {
    this.held = false;
    this.waiting.splice(0).forEach((go) => go());
  }

  select(scope: ScopeSummary): void {
    this.scope = scope;
    this.listeners.forEach((listener) => listener());
  }

  capabilities(): DocumentCapabilities {
    return this.able;
  }

  summarizeScope(): Promise<ScopeSummary> {
    this.looks += 1;
    return Promise.resolve(this.scope);
  }

  async read(): Promise<DocumentReading> {
    if (this.held) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.failure.read !== undefined) throw this.failure.read;
    return {
      scope: "selection",
      blocks: twoBlocks,
      markings: { headers: [this.header], footers: [], labels: [], firstPage: [], fileName: "報告書.docx" },
      hash: "0".repeat(64),
    };
  }

  async apply(edits: Edit[]): Promise<AppliedEdits> {
    if (this.held) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.failure.apply !== undefined) throw this.failure.apply;
    this.applied.push(edits);
    return {
      edits: edits.length,
      undo: async () => {
        if (this.failure.undo !== undefined) throw this.failure.undo;
        this.applied.pop();
      },
      look: (leading) => {
        this.editLooks += 1;
        const [edit] = edits;
        const paragraphs = edit?.type === "insert-below" || edit?.type === "replace-blocks" ? edit.paragraphs : [];
        const written = paragraphs.slice(leading);
        if (written.length === 0) return Promise.resolve(undefined);
        return Promise.resolve({ written, now: this.edited ?? written });
      },
    };
  }

  reveal(blockId: string): Promise<void> {
    this.revealed.push(blockId);
    return Promise.resolve();
  }

  onSelectionChanged(handler: () => void): () => void {
    this.listeners.add(handler);
    return () => this.listeners.delete(handler);
  }
}
