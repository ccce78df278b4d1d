/**
 * How an emulated host describes its objects to the rich-API interpreter. One description per Office.js class;
 * names are the wire's, which is PascalCase of the JavaScript name (`insertText` -> `InsertText`).
 * Whatever is not described answers with the error `NotImplemented` naming `Type.member`.
 */
export interface EmulatedType<Target extends EmulatedObject = EmulatedObject> {
  /** Class name as add-ins know it: "Paragraph", "RangeCollection". */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyDefinition<Target>>>;
  readonly methods: Readonly<Record<string, MethodDefinition<Target>>>;
  /** Present on collections: the items in document order. Must give the same object for the same document node each time. */
  readonly items?: (target: Target) => EmulatedObject[];
  /** Present on types that are addressed by an indexer path: the `_Id` of an item. */
  readonly idOf?: (target: Target) => string;
  /** Present on collections whose items have an `_Id`. Undefined when there is none (-> ItemNotFound). */
  readonly itemById?: (target: Target, id: string) => EmulatedObject | undefined;
}

/** An object of the emulated host. Identity matters: the same document node is always the same object. */
export interface EmulatedObject {
  readonly emulatedType: EmulatedType<never>;
}

/** JSON that travels as it is. */
export type Scalar = string | number | boolean | null | Scalar[] | { [key: string]: Scalar };

/** Answer of `...OrNullObject` members that find nothing. */
export const nullObject: unique symbol = Symbol("null object");

export type HostValue = Scalar | EmulatedObject | typeof nullObject | undefined;

export interface PropertyDefinition<Target> {
  /** A scalar, or for navigation properties an object. */
  get(target: Target): HostValue;
  /**
   * True on properties that lead to objects. `load()` without names reads every scalar and skips these; without the
   * hint each is read once to find out.
   */
  readonly navigation?: boolean;
  /** Absent on read-only properties. */
  set?(target: Target, value: Scalar): void;
}

/**
 * Arguments arrive as scalars, or as the objects that the add-in passed. May be asynchronous (zip work), and may give
 * nothing.
 */
export type MethodDefinition<Target> = (
  target: Target,
  args: HostValue[],
) => HostValue | void | Promise<HostValue | void>;

/** An error as Word reports it: code from the documented list (ItemNotFound, InvalidArgument, GeneralException, ...). */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatusCode = 400,
  ) {
    super(message);
    this.name = "HostError";
  }
}
