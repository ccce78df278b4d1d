export { createBrowserDom } from "./browser-dom";
export { openPackage, type OpenPackageOptions } from "./open-package";
export { PackageError, type PackageErrorCode } from "./package-error";
export { packageLimits, type PackageLimits } from "./package-limits";
export type { Relationship } from "./relationship";
export { WordPackage } from "./word-package";
export type { XmlDom } from "./xml-dom";
