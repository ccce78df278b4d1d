import {
  nullObject,
  type EmulatedObject,
  type EmulatedType,
  type HostValue,
  type MethodDefinition,
} from "../../rich-api/emulated-type";
import { itemNotFound } from "./arguments";

/** An Office.js collection: a fixed list, or one that is read anew each time. */
export class Collection<Item extends EmulatedObject = EmulatedObject> implements EmulatedObject {
  constructor(
    readonly emulatedType: EmulatedType<Collection<Item>>,
    readonly items: () => Item[],
  ) {}

  static of<Item extends EmulatedObject>(type: EmulatedType<Collection<Item>>, items: Item[]): Collection<Item> {
    return new Collection(type, () => items);
  }
}

interface CollectionOptions<Item extends EmulatedObject> {
  /** Also getLast and getLastOrNullObject. */
  last?: boolean;
  idOf?: (item: Item) => string;
  methods?: Record<string, MethodDefinition<Collection<Item>>>;
}

/** Describes a collection class with the members that all of them have. */
export function collectionType<Item extends EmulatedObject>(
  name: string,
  options: CollectionOptions<Item> = {},
): EmulatedType<Collection<Item>> {
  const pick =
    (at: number, orNull: boolean) =>
    (target: Collection<Item>): HostValue => {
      const item = target.items().at(at);
      if (item) return item;
      if (orNull) return nullObject;
      throw itemNotFound();
    };
  const { idOf } = options;
  return {
    name,
    properties: {},
    methods: {
      GetFirst: pick(0, false),
      GetFirstOrNullObject: pick(0, true),
      ...(options.last ? { GetLast: pick(-1, false), GetLastOrNullObject: pick(-1, true) } : {}),
      ...options.methods,
    },
    items: (target) => target.items(),
    ...(idOf ? { itemById: (target, id) => target.items().find((item) => idOf(item) === id) } : {}),
  };
}

/** `getNext` and `getNextOrNullObject` style pairs: the second answers a null object where the first fails. */
export function withNullVariant<Target>(
  name: string,
  find: (target: Target, args: HostValue[]) => EmulatedObject | undefined,
): Record<string, MethodDefinition<Target>> {
  return {
    [name]: (target, args) => {
      const found = find(target, args);
      if (!found) throw itemNotFound();
      return found;
    },
    [`${name}OrNullObject`]: (target, args) => find(target, args) ?? nullObject,
  };
}

/** The same for navigation properties. */
export function navigationWithNullVariant<Target>(
  name: string,
  find: (target: Target) => EmulatedObject | undefined,
): Record<string, { get(target: Target): HostValue }> {
  return {
    [name]: {
      get: (target) => {
        const found = find(target);
        if (!found) throw itemNotFound();
        return found;
      },
    },
    [`${name}OrNullObject`]: { get: (target) => find(target) ?? nullObject },
  };
}
