import { DOMParser, type Element } from "@xmldom/xmldom";
import { officeElementOrder } from "./office-element-order";

/** Longest texts, in characters, that Office takes. */
const longest: Record<string, number> = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250 };
const longestResourceId = 32;
const requiredIcons = ["16", "32", "80"];

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const version = /^\d{1,5}(\.\d{1,5}){1,3}$/;

/**
 * Checks an add-in only manifest without Microsoft's web service: well-formed, required elements and their order,
 * identity, version, lengths, https addresses, references into the resources.
 *
 * @returns problems as lines for people; empty when there is none
 */
export function validateOfficeManifest(xml: string): string[] {
  const problems: string[] = [];
  const parsed = parse(xml);
  if (typeof parsed === "string") return [parsed];
  const kind = parsed.getAttribute("xsi:type") ?? "";
  if (parsed.localName !== "OfficeApp" || !(`${kind}/OfficeApp` in officeElementOrder))
    return [`The root must be OfficeApp of type TaskPaneApp or MailApp, not ${parsed.nodeName} of type "${kind}".`];

  for (const name of [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "Hosts",
    "Permissions",
  ])
    if (child(parsed, name) === undefined) problems.push(`${name} is missing.`);
  if (!guid.test(text(child(parsed, "Id")))) problems.push("Id must be a GUID.");
  if (!version.test(text(child(parsed, "Version")))) problems.push("Version must be two to four numbers.");
  const elements = descendants(parsed);
  problems.push(
    ...elements.flatMap((node) => orderProblems(node, kind)),
    ...addressProblems(elements),
    ...lengthProblems(elements),
    ...resourceProblems(elements),
    ...iconProblems(elements),
  );
  return problems;
}

function parse(xml: string): Element | string {
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new Error(message);
      },
    }).parseFromString(xml.replace(/^\uFEFF/, ""), "text/xml");
    return document.documentElement ?? "The file holds no element.";
  } catch (error) {
    return `Not well-formed XML: ${(error as Error).message.split("\n", 1)[0] ?? ""}`;
  }
}

function elementsOf(node: Element): Element[] {
  return Array.from(node.childNodes).filter((item): item is Element => item.nodeType === 1);
}

function descendants(node: Element): Element[] {
  return [node, ...elementsOf(node).flatMap(descendants)];
}

function child(node: Element, name: string): Element | undefined {
  return elementsOf(node).find(({ localName }) => localName === name);
}

function text(node: Element | undefined): string {
  return (node?.textContent ?? "").trim();
}

function orderProblems(node: Element, kind: string): string[] {
  const order = officeElementOrder[`${kind}/${node.localName}`] ?? officeElementOrder[node.localName ?? ""];
  if (order === undefined) return [];
  const problems: string[] = [];
  let last = -1;
  for (const { localName } of elementsOf(node)) {
    const position = order.indexOf(localName ?? "");
    if (position === -1) problems.push(`${node.nodeName} must not hold ${localName}.`);
    else if (position < last) problems.push(`${localName} must stand before ${order[last]} in ${node.nodeName}.`);
    last = Math.max(last, position);
  }
  return problems;
}

/** Elements whose DefaultValue, or text, is an address that Office loads. */
const addresses = new Set([
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "SourceLocation",
  "Image",
  "Url",
  "AppDomain",
]);

function addressProblems(elements: Element[]): string[] {
  return elements
    .filter(({ localName }) => addresses.has(localName ?? ""))
    .flatMap((node) => {
      const address = node.getAttribute("DefaultValue") ?? (node.localName === "AppDomain" ? text(node) : null);
      // An AppDomain may be a bare domain: it is compared, not loaded.
      if (node.localName === "AppDomain" && !address?.includes(":")) return [];
      if (address === null || (URL.canParse(address) && new URL(address).protocol === "https:")) return [];
      return [`${node.localName}: "${address}" is no https address.`];
    });
}

function lengthProblems(elements: Element[]): string[] {
  return elements.flatMap((node) => {
    const value = node.getAttribute("DefaultValue");
    const parent = node.parentNode as Element | null;
    const limit =
      longest[node.localName ?? ""] ?? (node.localName === "String" ? longest[parent?.localName ?? ""] : undefined);
    if (value === null || limit === undefined || [...value].length <= limit) return [];
    return [`${node.getAttribute("id") ?? node.localName} has more than ${limit} characters.`];
  });
}

const resources = new Set(["Images", "Urls", "ShortStrings", "LongStrings"]);

/** Each set of overrides has resources of its own; what stands in an inner set does not count for the outer one. */
function resourceProblems(elements: Element[]): string[] {
  const sets = elements.filter(({ localName }) => localName === "VersionOverrides");
  return sets.flatMap((set) => problemsOfSet(ownElements(set)));
}

function ownElements(node: Element): Element[] {
  return elementsOf(node)
    .filter(({ localName }) => localName !== "VersionOverrides")
    .flatMap((inner) => [inner, ...ownElements(inner)]);
}

function problemsOfSet(elements: Element[]): string[] {
  const defined = elements.filter((node) => resources.has((node.parentNode as Element | null)?.localName ?? ""));
  const ids = defined.map((node) => node.getAttribute("id") ?? "");
  const used = elements.map((node) => node.getAttribute("resid")).filter((id) => id !== null);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `Resource ${id} is defined twice.`),
    ...ids
      .filter((id) => id.length > longestResourceId)
      .map((id) => `Resource id ${id} is longer than ${longestResourceId}.`),
    ...[...new Set(used)].filter((id) => !ids.includes(id)).map((id) => `Resource ${id} is used but not defined.`),
  ];
}

function iconProblems(elements: Element[]): string[] {
  return elements
    .filter(({ localName }) => localName === "Icon")
    .flatMap((icon) => {
      const sizes = elementsOf(icon).map((image) => image.getAttribute("size"));
      return requiredIcons
        .filter((size) => !sizes.includes(size))
        .map((size) => `An Icon lacks its ${size} pixel image.`);
    });
}
