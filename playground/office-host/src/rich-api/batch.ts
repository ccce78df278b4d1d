import { BatchError, itemNotFound, locate, notEmulated } from "./batch-error";
import { type EmulatedObject, type EmulatedType, type HostValue, nullObject, type Scalar } from "./emulated-type";
import type { References } from "./references";
import {
  type ArgumentInfo,
  type Json,
  memberName,
  type ObjectPathInfo,
  objectPathType,
  type ReferencedId,
} from "./wire";

export type Target = EmulatedObject | typeof nullObject;

export interface Host {
  readonly root: EmulatedObject;
  readonly references: References;
  newObject(typeName: string): EmulatedObject | undefined;
  onDefect(error: unknown, location: string): void;
}

/** One batch's object paths: each is resolved once, at its first use, so that a method path runs its method once. */
export class Batch {
  private readonly targets = new Map<number, Target>();
  private readonly referenceIds = new Map<number, string>();

  constructor(
    private readonly host: Host,
    private readonly paths: Readonly<Record<string, ObjectPathInfo>>,
    readonly keepsReferences: boolean,
  ) {}

  async target(pathId: number): Promise<Target> {
    const known = this.targets.get(pathId);
    if (known !== undefined) return known;
    const path = this.paths[pathId];
    if (path === undefined) {
      throw new BatchError("InvalidObjectPath", `The batch has no object path ${pathId}.`, "", 400);
    }
    const target = await this.resolve(path);
    this.targets.set(pathId, target);
    return target;
  }

  /**
   * The reference id of a path's proxy. Given inside `Word.run` (AutoKeepReference) and after `_KeepReference`; never
   * for the root and for new objects, which office.js addresses without one.
   */
  referenceId(pathId: number, object: EmulatedObject, keep = this.keepsReferences): string | undefined {
    const path = this.paths[pathId];
    if (path?.ObjectPathType === objectPathType.referenceId) return path.Name;
    const known = this.referenceIds.get(pathId);
    if (known !== undefined) return known;
    const addressable =
      path?.ObjectPathType !== objectPathType.globalObject && path?.ObjectPathType !== objectPathType.newObject;
    if (!keep || !addressable) return undefined;
    const id = this.host.references.keep(object);
    this.referenceIds.set(pathId, id);
    return id;
  }

  async arguments(info: ArgumentInfo | undefined): Promise<HostValue[]> {
    const values = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds;
    const result: HostValue[] = [];
    for (const [index, value] of values.entries()) result.push(await this.argument(value, ids?.[index] ?? 0));
    return result;
  }

  /** Calls a method of the object's type; errors carry `Type.method` as their location. */
  async call(target: EmulatedObject, name: string, args: HostValue[]): Promise<HostValue> {
    const type = target.emulatedType as EmulatedType;
    const method = Object.hasOwn(type.methods, name) ? type.methods[name] : undefined;
    const member = memberName(name);
    if (method === undefined) {
      if (name === "GetItemAt" && type.items !== undefined) return this.itemAt(target, args[0]);
      throw notEmulated(type.name, member);
    }
    return (await this.guard(`${type.name}.${member}`, () => method(target, args))) ?? undefined;
  }

  /** Reads a property of the object's type. */
  read(target: EmulatedObject, name: string): Promise<HostValue> {
    const type = target.emulatedType as EmulatedType;
    const property = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
    if (property === undefined) throw notEmulated(type.name, memberName(name));
    return this.guard(`${type.name}.${memberName(name)}`, () => property.get(target));
  }

  async write(target: EmulatedObject, name: string, value: HostValue): Promise<void> {
    const type = target.emulatedType as EmulatedType;
    const location = `${type.name}.${memberName(name)}`;
    const property = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
    if (property?.set === undefined) throw notEmulated(type.name, `${memberName(name)} (write)`);
    const set = property.set.bind(property);
    await this.guard(location, () => set(target, value as Scalar));
  }

  async guard<Result>(location: string, action: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      throw locate(error, location, (defect, place) => this.host.onDefect(defect, place));
    }
  }

  get references(): References {
    return this.host.references;
  }

  private async resolve(path: ObjectPathInfo): Promise<Target> {
    switch (path.ObjectPathType) {
      case objectPathType.globalObject:
        return this.host.root;
      case objectPathType.newObject: {
        const created = this.host.newObject(path.Name);
        if (created === undefined) throw notEmulated(path.Name, "new()");
        return created;
      }
      case objectPathType.referenceId: {
        const kept = this.host.references.get(path.Name);
        if (kept === undefined) throw itemNotFound("");
        return kept;
      }
      case objectPathType.nullObject:
        return nullObject;
      case objectPathType.method:
      case objectPathType.property:
      case objectPathType.indexer:
        return this.resolveMember(path);
      default:
        throw new BatchError("InvalidObjectPath", `Unknown object path type ${path.ObjectPathType}.`, "", 400);
    }
  }

  private async resolveMember(path: ObjectPathInfo): Promise<Target> {
    const parent = await this.target(path.ParentObjectPathId ?? 0);
    // Paths through a null object are null objects, so that chains after an ...OrNullObject member stay testable.
    if (parent === nullObject) return nullObject;
    const type = parent.emulatedType as EmulatedType;
    const args = await this.arguments(path.ArgumentInfo);
    let value: HostValue;
    let member = memberName(path.Name);
    if (path.ObjectPathType === objectPathType.method) value = await this.call(parent, path.Name, args);
    else if (path.ObjectPathType === objectPathType.property) value = await this.read(parent, path.Name);
    else {
      member = "getItem";
      value = await this.itemById(parent, args[0]);
    }
    if (value === nullObject) return nullObject;
    if (isEmulatedObject(value)) return value;
    throw new BatchError(
      "InvalidObjectPath",
      `${type.name}.${member} is not an object.`,
      `${type.name}.${member}`,
      400,
    );
  }

  private async itemById(collection: EmulatedObject, id: HostValue): Promise<EmulatedObject> {
    const type = collection.emulatedType as EmulatedType;
    if (type.itemById === undefined) {
      if (type.items !== undefined && typeof id === "number") return this.itemAt(collection, id);
      throw notEmulated(type.name, "getItem");
    }
    const location = `${type.name}.getItem`;
    const item = await this.guard(location, () => type.itemById?.(collection, String(id)));
    if (item === undefined) throw itemNotFound(location);
    return item;
  }

  private async itemAt(collection: EmulatedObject, index: HostValue): Promise<EmulatedObject> {
    const type = collection.emulatedType as EmulatedType;
    const location = `${type.name}.getItemAt`;
    const items = await this.guard(location, () => type.items?.(collection) ?? []);
    const item = typeof index === "number" ? items[index] : undefined;
    if (item === undefined) throw itemNotFound(location);
    return item;
  }

  private async argument(value: Json, id: ReferencedId): Promise<HostValue> {
    if (typeof id === "number" && id !== 0) return this.target(id);
    if (Array.isArray(value)) {
      const items: HostValue[] = [];
      for (const [index, item] of value.entries()) {
        items.push(await this.argument(item as Json, typeof id === "number" ? 0 : (id[index] ?? 0)));
      }
      // The contract types nested arguments as scalars; an add-in may put objects inside, and members know theirs.
      return items as Scalar[];
    }
    if (value !== null && typeof value === "object") return this.plainObject(value as Record<string, Json>);
    return value as Scalar;
  }

  private async plainObject(value: Record<string, Json>): Promise<HostValue> {
    if (typeof value._ObjectPathId === "number") return this.target(value._ObjectPathId);
    const result: Record<string, HostValue> = {};
    for (const [key, item] of Object.entries(value)) result[key] = await this.argument(item, 0);
    return result as Scalar;
  }
}

export function isEmulatedObject(value: HostValue): value is EmulatedObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "emulatedType" in value;
}
