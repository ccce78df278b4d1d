import { PackageError } from "./package-error";
import { packageLimits, type PackageLimits } from "./package-limits";
import { readZip } from "./read-zip";
import { WordPackage } from "./word-package";
import type { XmlDom } from "./xml-dom";

/** Content types of a main document part: .docx, .docm, .dotx, .dotm. */
const mainContentTypes = [
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  "application/vnd.ms-word.document.macroenabled.main+xml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
  "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
];

export interface OpenPackageOptions {
  dom: XmlDom;
  limits?: Partial<PackageLimits>;
}

/**
 * Opens the bytes of a .docx (also .docm, .dotx, .dotm; transitional or strict).
 * @throws PackageError with a code that says what is wrong
 */
export function openPackage(bytes: Uint8Array, options: OpenPackageOptions): WordPackage {
  const limits = { ...packageLimits, ...options.limits };
  if (bytes.length === 0) throw new PackageError("empty", "The file is empty.");
  if (bytes.length > limits.fileBytes) throw new PackageError("too-large", "The file is too large.");
  if (isCompoundFile(bytes)) throw compoundFileError(bytes);
  const pack = new WordPackage(readZip(bytes, limits), options.dom, limits);
  if (!pack.has("[Content_Types].xml")) {
    throw new PackageError("not-word", "The zip is not an Office document: it declares no content types.");
  }
  const main = pack.relationships("").find((item) => item.kind === "officeDocument" && !item.external)?.target;
  if (main === undefined) {
    const code = pack.has("word/document.xml") ? "broken" : "not-word";
    throw new PackageError(code, "The package names no main document.");
  }
  const contentType = pack.contentType(main).toLowerCase();
  if (contentType !== "" && !mainContentTypes.includes(contentType)) {
    throw new PackageError("not-word", `The main part is no Word document: ${contentType}.`);
  }
  if (!pack.has(main)) throw new PackageError("broken", `The main document ${main} is missing.`);
  pack.mainPart = main;
  const root = pack.xml(main).documentElement;
  if (root.localName !== "document") throw new PackageError("broken", `${main} holds no document element.`);
  return pack;
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

/** Encrypted documents are compound files with a stream "EncryptedPackage" ([MS-OFFCRYPTO] 2.3.4.4); a .doc has "WordDocument". */
function compoundFileError(bytes: Uint8Array): PackageError {
  const legacy = !contains(bytes, utf16("EncryptedPackage")) && contains(bytes, utf16("WordDocument"));
  return legacy
    ? new PackageError("not-word", "The file is a document of Word 97-2003 (.doc).")
    : new PackageError("encrypted", "The document is protected by a password.");
}

function utf16(text: string): number[] {
  return [...text].flatMap((character) => [character.charCodeAt(0), 0]);
}

function contains(bytes: Uint8Array, pattern: number[]): boolean {
  const first = pattern[0] as number;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
