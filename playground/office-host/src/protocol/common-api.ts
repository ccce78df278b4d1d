import { hostError } from "./host-error";

/** Numbers of the Common API's methods on the wire (office.js: OSF.DDA.MethodDispId). */
export const dispatchId = {
  getSelectedData: 64,
  setSelectedData: 65,
  loadSettings: 75,
  saveSettings: 76,
  getFile: 77,
  getFileSlice: 80,
  closeFile: 81,
  getFileProperties: 86,
  executeRichApi: 93,
  commandCompleted: 94,
  getAccessToken: 98,
} as const;

export type FileType = "text" | "compressed" | "pdf";

/** What the document's owner offers beside the rich API. What is absent answers with error 5000. */
export interface DocumentServices {
  /** Bytes of the document for `getFileAsync`. */
  getFile?(type: FileType): Uint8Array | Promise<Uint8Array>;
  /** For `getSelectedDataAsync`; `coercionType` as in Office.CoercionType ("text", "html", "ooxml"). */
  getSelectedData?(coercionType: string): unknown;
  /** For `setSelectedDataAsync`. */
  setSelectedData?(data: unknown, coercionType: string): void | Promise<void>;
  getAccessToken?(): string | Promise<string>;
}

/** An answer other than success, by its number (`hostError`). */
export class CommonApiError extends Error {
  constructor(readonly code: number) {
    super(`The host answers with error ${code}.`);
    this.name = "CommonApiError";
  }
}

type Arguments = Readonly<Record<string, unknown>>;
type Result = Record<string, unknown>;

const fileTypes: readonly FileType[] = ["text", "compressed", "pdf"];

/** The methods of the Common API but for the rich API and commands: one instance per session. */
export class CommonApi {
  private readonly files = new Map<number, { readonly bytes: Uint8Array; readonly sliceSize: number }>();
  private fileCount = 0;

  constructor(
    private readonly services: DocumentServices,
    private readonly documentUrl: () => string,
    private readonly settings: { load(): Record<string, string>; save(settings: Record<string, string>): void },
  ) {}

  /** Members of the answer beside `Error: 0`. Throws CommonApiError. */
  async call(id: number, args: Arguments): Promise<Result> {
    switch (id) {
      case dispatchId.getSelectedData:
        return { Data: await this.getSelectedData(args) };
      case dispatchId.setSelectedData:
        await this.setSelectedData(args);
        return {};
      case dispatchId.loadSettings:
        return { Properties: { Settings: Object.entries(this.settings.load()) } };
      case dispatchId.saveSettings:
        this.saveSettings(args);
        return {};
      case dispatchId.getFile:
        return this.getFile(args);
      case dispatchId.getFileSlice:
        return this.getFileSlice(args);
      case dispatchId.closeFile:
        this.files.delete(Number(args["2"]));
        return {};
      case dispatchId.getFileProperties:
        return { 0: { 1: this.documentUrl() } };
      case dispatchId.getAccessToken:
        return { accessToken: await required(this.services.getAccessToken).call(this.services) };
      default:
        throw new CommonApiError(hostError.invalidApiCallInContext);
    }
  }

  private getSelectedData(args: Arguments): unknown {
    const { CoerceType: type = "text" } = record(args["DdaGetBindingData"]);
    return required(this.services.getSelectedData).call(this.services, String(type));
  }

  private async setSelectedData(args: Arguments): Promise<void> {
    const { Data: data, CoerceType: type = "text" } = record(args["DdaSetBindingData"]);
    await required(this.services.setSelectedData).call(this.services, data, String(type));
  }

  private saveSettings(args: Arguments): void {
    const { Properties: properties } = record(args["DdaSettingsMethod"]);
    if (!Array.isArray(properties)) throw new CommonApiError(hostError.settingsCannotSave);
    this.settings.save(Object.fromEntries(properties as [string, string][]));
  }

  private async getFile(args: Arguments): Promise<Result> {
    const type = fileTypes[Number(args["0"])];
    if (type === undefined) throw new CommonApiError(hostError.invalidParameter);
    const bytes = await required(this.services.getFile).call(this.services, type);
    const handle = (this.fileCount += 1);
    this.files.set(handle, { bytes, sliceSize: Number(args["1"]) });
    return { 0: handle, 1: bytes.length };
  }

  private getFileSlice(args: Arguments): Result {
    const file = this.files.get(Number(args["2"]));
    if (file === undefined) throw new CommonApiError(hostError.specifiedIdNotExist);
    const start = Number(args["3"]) * file.sliceSize;
    if (!(start >= 0 && start < file.bytes.length)) throw new CommonApiError(hostError.indexOutOfRange);
    const slice = file.bytes.subarray(start, start + file.sliceSize);
    // Add-ins get an array of numbers. (Believed of Word on the web: office.js hands on whatever comes.)
    return { 0: [...slice], 1: slice.length };
  }
}

function required<Service>(service: Service | undefined): Service {
  if (service === undefined) throw new CommonApiError(hostError.operationNotSupported);
  return service;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
