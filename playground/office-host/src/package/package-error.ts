/**
 * Why bytes could not be opened as a Word document:
 * - `not-a-package`: not a zip at all
 * - `encrypted`: an OLE compound file that holds an encrypted document, or a zip with encrypted entries
 * - `empty`: no bytes, or a zip without entries
 * - `too-large`: beyond `packageLimits`
 * - `not-word`: a zip or compound file of another kind (workbook, presentation, legacy .doc)
 * - `broken`: a Word document whose zip, relationships or XML is damaged or forbidden (DTD, path traversal)
 */
export type PackageErrorCode = "not-a-package" | "encrypted" | "empty" | "too-large" | "not-word" | "broken";

export class PackageError extends Error {
  constructor(
    readonly code: PackageErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "PackageError";
  }
}
