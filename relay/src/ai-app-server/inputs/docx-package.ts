import { attributeValue, tokenize } from "@genai-office/shared/ooxml";
import { ZipArchive, ZipProblem } from "./zip-archive";

/** A Word document as a package of parts (ECMA-376 part 2), found by its relationships, not by their usual names. */
export interface DocxPackage {
  archive: ZipArchive;
  /** Names of parts. */
  main: string;
  headers: string[];
  footers: string[];
  /** Part of custom properties, where sensitivity labels are kept. */
  customProperties?: string;
  styles?: string;
}

/** @throws ZipProblem also for a zip that is no Word document ("not-a-zip") */
export async function openDocx(bytes: Uint8Array, inflatedBytes: number): Promise<DocxPackage> {
  const archive = ZipArchive.open(bytes, inflatedBytes);
  const main = (await relatedParts(archive, "", "officeDocument"))[0];
  if (main === undefined || !archive.has(main)) throw new ZipProblem("not-a-zip");
  const [styles] = await relatedParts(archive, main, "styles");
  const [customProperties] = await relatedParts(archive, "", "custom-properties");
  return {
    archive,
    main,
    ...(customProperties === undefined ? {} : { customProperties }),
    ...(styles === undefined ? {} : { styles }),
    headers: await relatedParts(archive, main, "header"),
    footers: await relatedParts(archive, main, "footer"),
  };
}

/** Text of an XML part; undefined when there is none. @throws ZipProblem */
export async function readXml(archive: ZipArchive, name: string): Promise<string | undefined> {
  const bytes = await archive.read(name);
  if (bytes === undefined) return undefined;
  // Office writes UTF-8; the standard admits UTF-16 as well, which begins with its mark.
  const utf16 = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ZipProblem("broken");
  }
}

/** Documents have a few hundred; each costs a look into the directory. */
const maximumRelationships = 20_000;

/** Names of the parts that a part ("" is the package) has a relationship of this kind to, in their order. */
async function relatedParts(archive: ZipArchive, part: string, kind: string): Promise<string[]> {
  const slash = part.lastIndexOf("/") + 1;
  const xml = (await readXml(archive, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)) ?? "";
  const names = new Set<string>();
  let relationships = 0;
  for (const { kind: token, name, start, end } of tokenize(xml)) {
    if (token === "text" || token === "close" || !/^(?:\w+:)?Relationship$/.test(name.slice(0, 100))) continue;
    if (++relationships > maximumRelationships) throw new ZipProblem("too-large");
    const tag = xml.slice(start, end);
    if (attributeValue(tag, "TargetMode") === "External" || !attributeValue(tag, "Type").endsWith(`/${kind}`)) continue;
    names.add(partName(attributeValue(tag, "Target"), part));
  }
  return [...names];
}

/** A relationship's target as a part name; relative ones stand beside the part they belong to. */
function partName(target: string, source: string): string {
  const base = `http://package/${source}`;
  if (!URL.canParse(target, base)) throw new ZipProblem("broken");
  const { pathname } = new URL(target, base);
  try {
    return decodeURIComponent(pathname).slice(1);
  } catch {
    return pathname.slice(1);
  }
}
