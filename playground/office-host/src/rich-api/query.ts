import { type Batch, isEmulatedObject, type Target } from "./batch";
import { BatchError } from "./batch-error";
import { type EmulatedObject, type EmulatedType, type HostValue, nullObject, type Scalar } from "./emulated-type";
import { type Json, memberName, type QueryInfo, type RecursiveQueryInfo, wireName } from "./wire";

/** What to read of an object: `all` its scalars, and named properties with what to read below them. */
interface Selection {
  all: boolean;
  readonly members: Map<string, Selection>;
}

type Value = Record<string, Json>;

/**
 * The value of a `load()`: PascalCase scalars, navigation properties as nested objects, collections as `_Items`;
 * null for a null object. Ids that let office.js address the objects again are included.
 */
export async function query(batch: Batch, target: Target, info: QueryInfo, referenceId?: string): Promise<Json> {
  if (target === nullObject) return null;
  const selection = parseSelection(info);
  return readTarget(batch, target, selection, referenceId, { top: info.Top, skip: info.Skip });
}

/**
 * The value of `context.loadRecursive()`: at each object, the query named after its type, followed along its
 * navigation properties for at most `MaxDepth` levels. The shape is that of `query`. (Believed: no recording exists.)
 */
export async function recursiveQuery(batch: Batch, target: Target, info: RecursiveQueryInfo, referenceId?: string) {
  if (target === nullObject) return null;
  const maxDepth = info.MaxDepth ?? 8;
  const queries = new Map(Object.entries(info.Queries ?? {}).map(([name, one]) => [name, parseSelection(one)]));
  const visit = async (object: EmulatedObject, depth: number, id: string | undefined): Promise<Value> => {
    const type = object.emulatedType as EmulatedType;
    const own = queries.get(type.name);
    if (type.items !== undefined) {
      const value: Value = own ? await readProperties(batch, object, own, id) : ids(object, id);
      const items: Json[] = [];
      for (const item of type.items(object)) items.push(await visit(item, depth, keep(batch, item)));
      return { ...value, _Items: items };
    }
    const scalars: Selection = { all: own?.all ?? false, members: new Map() };
    const value = await readProperties(batch, object, scalars, id);
    for (const [name, below] of own?.members ?? []) {
      const read = await batch.read(object, wireName(name));
      if (!isEmulatedObject(read)) Object.assign(value, { [wireName(name)]: plain(read) });
      else if (depth < maxDepth) {
        const navigationId = keepNavigation(batch, id, name, read);
        const nested = below.members.size > 0 ? await readTarget(batch, read, below, navigationId, {}) : {};
        value[wireName(name)] = { ...nested, ...(await visit(read, depth + 1, navigationId)) };
      }
    }
    return value;
  };
  return visit(target, 0, referenceId);
}

/** The value of a `retrieve()`: as `query`, with JavaScript names and `items`. */
export function asJson(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => asJson(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name === "_Items" ? "items" : memberName(name), asJson(item)]),
  );
}

/** `_Id` and `_ReferenceId` of an object: the value of an Instantiate action. */
export function ids(object: EmulatedObject, referenceId: string | undefined): Value {
  const type = object.emulatedType as EmulatedType;
  const value: Value = {};
  if (type.idOf !== undefined) value._Id = type.idOf(object);
  if (referenceId !== undefined) value._ReferenceId = referenceId;
  return value;
}

async function readTarget(
  batch: Batch,
  object: EmulatedObject,
  selection: Selection,
  referenceId: string | undefined,
  page: { top?: number | undefined; skip?: number | undefined },
): Promise<Value> {
  const type = object.emulatedType as EmulatedType;
  if (type.items === undefined) return readProperties(batch, object, selection, referenceId);
  // On a collection the names mean its items, unless the collection itself has a property of that name.
  const own: Selection = { all: false, members: new Map() };
  const ofItems: Selection = { all: selection.all, members: new Map() };
  for (const [name, below] of selection.members) {
    const belongsHere = Object.hasOwn(type.properties, wireName(name));
    (belongsHere ? own : ofItems).members.set(name, below);
  }
  const value = await readProperties(batch, object, own, referenceId);
  const skip = page.skip ?? 0;
  const items = await batch.guard(`${type.name}.items`, () => type.items?.(object) ?? []);
  const wanted = items.slice(skip, page.top === undefined ? undefined : skip + page.top);
  const results: Json[] = [];
  for (const item of wanted) results.push(await readTarget(batch, item, ofItems, keep(batch, item), {}));
  value._Items = results;
  return value;
}

async function readProperties(batch: Batch, object: EmulatedObject, selection: Selection, id: string | undefined) {
  const value = ids(object, id);
  if (selection.all) Object.assign(value, await readScalars(batch, object));
  for (const [name, below] of selection.members) {
    const wire = wireName(name);
    const read = await batch.read(object, wire);
    if (read === nullObject) value[wire] = null;
    else if (isEmulatedObject(read)) {
      value[wire] = await readTarget(batch, read, below, keepNavigation(batch, id, name, read), {});
    } else value[wire] = plain(read);
  }
  return value;
}

/** Properties that turned out to lead to objects, by type: they are not read again when all scalars are asked for. */
const navigations = new WeakMap<EmulatedType, Set<string>>();

async function readScalars(batch: Batch, object: EmulatedObject): Promise<Value> {
  const type = object.emulatedType as EmulatedType;
  const known = navigations.get(type) ?? new Set();
  navigations.set(type, known);
  const value: Value = {};
  for (const [name, property] of Object.entries(type.properties)) {
    if (property.navigation || known.has(name)) continue;
    const read = await readScalar(batch, object, name);
    if (read === navigation) known.add(name);
    else value[name] = read;
  }
  return value;
}

const navigation = Symbol("navigation property");

async function readScalar(batch: Batch, object: EmulatedObject, name: string): Promise<Json | typeof navigation> {
  try {
    const read = await batch.read(object, name);
    return isEmulatedObject(read) || read === nullObject ? navigation : plain(read);
  } catch (error) {
    // Scalars have a value or null; only what leads to an object can find none.
    if (error instanceof BatchError && error.code === "ItemNotFound") return navigation;
    throw error;
  }
}

function keep(batch: Batch, object: EmulatedObject): string | undefined {
  return batch.keepsReferences ? batch.references.keep(object) : undefined;
}

function keepNavigation(batch: Batch, parent: string | undefined, name: string, object: EmulatedObject) {
  return batch.keepsReferences ? batch.references.keepNavigation(parent, name, object) : undefined;
}

/** An undefined scalar would leave the client's property unloaded; Word answers null. */
function plain(value: HostValue): Json {
  return (value ?? null) as Scalar as Json;
}

/** `["text", "font/bold", "*"]` as a tree. A name without more below it selects all scalars of what it leads to. */
function parseSelection(info: QueryInfo): Selection {
  const root: Selection = { all: info.Select === undefined, members: new Map() };
  const add = (path: string) => {
    // `$none` asks for nothing but the object itself.
    const names = path.split(/[/.]/).filter((name) => name !== "" && name !== "$none");
    let at = root;
    for (const [index, name] of names.entries()) {
      if (name === "*") {
        at.all = true;
        return;
      }
      if (name.toLowerCase() === "items") continue;
      const next = at.members.get(name) ?? { all: false, members: new Map<string, Selection>() };
      at.members.set(name, next);
      at = next;
      if (index === names.length - 1) at.all = true;
    }
  };
  info.Select?.forEach(add);
  info.Expand?.forEach(add);
  return root;
}
