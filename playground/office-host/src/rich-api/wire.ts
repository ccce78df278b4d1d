/**
 * The JSON that office.js sends to its host's `ProcessQuery` service and gets back, as one batch per `context.sync()`.
 * Names and numbers are the wire's (read in office.js; reference page "office-host-protocol", Rich API batch).
 */
export interface RequestBody {
  /** True inside `Word.run`: every object that the reply mentions gets a reference id. */
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly RequestAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
}

export const actionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export interface RequestAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly QueryInfo?: QueryInfo;
  readonly RecursiveQueryInfo?: RecursiveQueryInfo;
  readonly ArgumentInfo?: ArgumentInfo;
  /** `update()` and `ensureUnchanged()`: camelCase property names with their values. */
  readonly ObjectState?: Readonly<Record<string, Json>>;
}

export interface QueryInfo {
  /** camelCase property paths such as `text`, `font/bold`, `*`. Absent: all scalar properties. */
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** `context.loadRecursive`: one query per type name, followed down to `MaxDepth` levels. */
export interface RecursiveQueryInfo {
  readonly Queries?: Readonly<Record<string, QueryInfo>>;
  readonly MaxDepth?: number;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** Parallel to `Arguments`: 0 for plain values, else the object path that the argument stands for; arrays nest. */
  readonly ReferencedObjectPathIds?: readonly ReferencedId[];
}

export type ReferencedId = number | readonly ReferencedId[];

export const objectPathType = {
  globalObject: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

export interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ReplyBody {
  readonly Results: ActionResult[];
  /** Ids of the trace actions that were reached; office.js attaches event handlers only when theirs come back. */
  readonly TraceIds: number[];
  readonly Error?: ReplyError;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface ReplyError {
  readonly Code: string;
  readonly Message: string;
  /** `Type.member`, as in `debugInfo.errorLocation`. */
  readonly Location: string;
  readonly HttpStatusCode: number;
  /** Index into `Actions`; office.js derives the failing statement from it. */
  readonly ActionIndex: number;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The wire name of a JavaScript member: `insertText` -> `InsertText`. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The JavaScript name of a wire member: `InsertText` -> `insertText`. Names with a leading underscore stay. */
export function memberName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
