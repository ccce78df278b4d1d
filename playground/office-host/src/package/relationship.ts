/** A relationship of a part (OPC, ISO/IEC 29500-2, clause 9.3). */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's URI, the same in the transitional and the strict variant: "hyperlink", "styles". */
  readonly kind: string;
  /** The type's URI as stored. */
  readonly type: string;
  /** Name of the target part ("word/styles.xml"), or the URI when external. */
  readonly target: string;
  readonly external: boolean;
}

/** "word/document.xml" -> "word/_rels/document.xml.rels"; "" is the package itself. */
export function relationshipsPartName(partName: string): string {
  const slash = partName.lastIndexOf("/");
  return `${partName.slice(0, slash + 1)}_rels/${partName.slice(slash + 1)}.rels`;
}

/** Resolves a target against the part it stands in. Targets that climb above the root stay at the root, as URIs do. */
export function resolveTarget(partName: string, target: string): string {
  const path = decodeTarget(target.replaceAll("\\", "/"));
  const folder = path.startsWith("/") ? [] : partName.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") folder.pop();
    else if (segment !== "." && segment !== "") folder.push(segment);
  }
  return folder.join("/");
}

/** Writes a part's name as a target relative to another part's folder. */
export function relativeTarget(fromPart: string, toPart: string): string {
  const folder = fromPart.slice(0, fromPart.lastIndexOf("/") + 1);
  return folder !== "" && toPart.startsWith(folder) ? toPart.slice(folder.length) : `/${toPart}`;
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}
