import { readFileSync } from "node:fs";
import ts from "typescript";

/** What a generated member does on the wire. */
export type MemberKind = "scalar" | "date" | "navigation" | "object" | "result" | "action";

export interface MemberDeclaration {
  readonly name: string;
  readonly kind: MemberKind;
  /** Class that a navigation property or an object method leads to. */
  readonly target?: string;
  readonly writable?: boolean;
  /** Number of parameters of the longest overload. */
  readonly parameters?: number;
  /** Version of the set WordApi that brought the member: "1.6". */
  readonly version: string;
}

export interface ClassDeclaration {
  readonly name: string;
  /** Class of the items; present on collections. */
  readonly items?: string;
  readonly members: readonly MemberDeclaration[];
}

export interface WordDeclarations {
  readonly classes: readonly ClassDeclaration[];
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Members of WordApi sets that cannot be generated, as `Class.member`: events need numbers that nobody documents. */
  readonly omitted: readonly string[];
}

/** Members of the client runtime itself, declared again on every class. */
const runtimeMembers = new Set(["context", "items", "load", "set", "toJSON", "track", "untrack", "newObject"]);

interface ApiSet {
  readonly name: string;
  readonly version: string;
}

/**
 * Reads the classes and enums of `declare namespace Word` out of the type declarations of Office.js, as far as they
 * belong to the sets WordApi 1.1 to `highest`.
 */
export function readWordDeclarations(file: string, highest: string): WordDeclarations {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, false);
  const classNodes: ts.ClassDeclaration[] = [];
  const enums: Record<string, Record<string, string>> = {};
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Word") continue;
    if (statement.body === undefined || !ts.isModuleBlock(statement.body)) continue;
    for (const declaration of statement.body.statements) {
      if (ts.isClassDeclaration(declaration) && extendsClientObject(declaration, source)) classNodes.push(declaration);
      if (ts.isEnumDeclaration(declaration) && included(apiSet(declaration, source), highest)) {
        enums[declaration.name.text] = enumValues(declaration);
      }
    }
  }
  const names = new Set(classNodes.map((node) => node.name?.text ?? ""));
  const omitted: string[] = [];
  const classes = classNodes.map((node) => readClass(node, source, names, highest, omitted));
  return { classes: classes.filter((one) => one.members.length > 0 || one.items !== undefined), enums, omitted };
}

function readClass(
  node: ts.ClassDeclaration,
  source: ts.SourceFile,
  classNames: ReadonlySet<string>,
  highest: string,
  omitted: string[],
): ClassDeclaration {
  const name = node.name?.text ?? "";
  const ownSet = apiSet(node, source);
  const members = new Map<string, MemberDeclaration>();
  let items: string | undefined;
  for (const member of node.members) {
    if (member.name === undefined || !ts.isIdentifier(member.name)) continue;
    const memberName = member.name.text;
    if (memberName === "items" && ts.isPropertyDeclaration(member)) {
      items = member.type?.getText(source).match(/^Word\.(\w+)\[\]$/)?.[1];
      continue;
    }
    if (runtimeMembers.has(memberName)) continue;
    const set = apiSet(member, source) ?? ownSet;
    if (!included(set, highest)) continue;
    const read = readMember(member, source, memberName, classNames, set.version);
    if (read === undefined) omitted.push(`${name}.${memberName}`);
    else members.set(memberName, longest(members.get(memberName), read));
  }
  // A collection whose class belongs to a later set is not wanted just because it has items.
  const wantsItems = items !== undefined && included(ownSet, highest);
  return { name, ...(wantsItems && items !== undefined && { items }), members: [...members.values()] };
}

function readMember(
  member: ts.ClassElement,
  source: ts.SourceFile,
  name: string,
  classNames: ReadonlySet<string>,
  version: string,
): MemberDeclaration | undefined {
  if (ts.isPropertyDeclaration(member)) {
    const type = member.type?.getText(source) ?? "";
    if (type.startsWith("OfficeExtension.EventHandlers")) return undefined;
    const target = wordClass(type, classNames);
    if (target !== undefined) return { name, kind: "navigation", target, version };
    const writable = !member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword);
    return { name, kind: type === "Date" ? "date" : "scalar", writable, version };
  }
  if (ts.isMethodDeclaration(member)) {
    const type = member.type?.getText(source) ?? "void";
    const parameters = member.parameters.length;
    const target = wordClass(type, classNames);
    if (target !== undefined) return { name, kind: "object", target, parameters, version };
    return { name, kind: type.startsWith("OfficeExtension.ClientResult") ? "result" : "action", parameters, version };
  }
  return undefined;
}

function wordClass(type: string, classNames: ReadonlySet<string>): string | undefined {
  const name = type.match(/^Word\.(\w+)$/)?.[1];
  return name !== undefined && classNames.has(name) ? name : undefined;
}

function longest(known: MemberDeclaration | undefined, read: MemberDeclaration): MemberDeclaration {
  return known !== undefined && (known.parameters ?? 0) >= (read.parameters ?? 0) ? known : read;
}

function extendsClientObject(node: ts.ClassDeclaration, source: ts.SourceFile): boolean {
  return (
    node.heritageClauses?.some((clause) =>
      clause.types.some((type) => type.expression.getText(source) === "OfficeExtension.ClientObject"),
    ) ?? false
  );
}

/** The `[Api set: WordApi 1.6]` of a declaration's own comment. */
function apiSet(node: ts.Node, source: ts.SourceFile): ApiSet | undefined {
  const text = source.text.slice(node.getFullStart(), node.getStart(source));
  const found = [...text.matchAll(/\[Api set:\s*(\w+)\s+(\d+\.\d+)/g)].at(-1);
  return found === undefined ? undefined : { name: found[1] ?? "", version: found[2] ?? "" };
}

function included(set: ApiSet | undefined, highest: string): set is ApiSet {
  if (set?.name !== "WordApi") return false;
  const [major = 0, minor = 0] = set.version.split(".").map(Number);
  const [highestMajor = 0, highestMinor = 0] = highest.split(".").map(Number);
  return major < highestMajor || (major === highestMajor && minor <= highestMinor);
}

function enumValues(node: ts.EnumDeclaration): Record<string, string> {
  const values: Record<string, string> = {};
  for (const member of node.members) {
    if (member.initializer !== undefined && ts.isStringLiteral(member.initializer) && ts.isIdentifier(member.name)) {
      values[member.name.text] = member.initializer.text;
    }
  }
  return values;
}
