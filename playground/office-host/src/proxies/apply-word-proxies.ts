/**
 * The part of the generated script that runs in the page. The generator compiles this file and puts the table of
 * declarations after it, so it must not import anything. It runs after office.js and before the add-in.
 */

interface Member {
  readonly name: string;
  readonly kind: "scalar" | "date" | "navigation" | "object" | "result" | "action";
  readonly target?: string;
  readonly writable?: boolean;
  readonly parameters?: number;
  readonly version: string;
}

interface ProxyClass {
  readonly name: string;
  readonly items?: string;
  readonly members: readonly Member[];
}

export interface ProxyTable {
  readonly classes: readonly ProxyClass[];
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What proxies of office.js have inside; untyped there. */
interface ClientObject {
  context: { trackedObjects: { add(object: ClientObject): void; remove(object: ClientObject): void } };
  _isNull: boolean;
  _objectPath: unknown;
  toJSON(): Record<string, unknown>;
  _handleResult(value: unknown): void;
  [field: string]: unknown;
}

type Constructor = { new (...args: never[]): ClientObject; prototype: ClientObject };
type Values = Record<string, unknown>;

interface Runtime {
  ClientObject: Constructor;
  BatchApiHelper: {
    createPropertyObject(...args: unknown[]): ClientObject;
    createMethodObject(...args: unknown[]): ClientObject;
    createIndexerObject(...args: unknown[]): ClientObject;
    createChildItemObject(...args: unknown[]): ClientObject;
    invokeMethod(...args: unknown[]): unknown;
    invokeSetProperty(...args: unknown[]): void;
    invokeEnsureUnchanged(...args: unknown[]): void;
  };
  CommonUtility: { _doApiNotSupportedCheck: boolean; isSetSupported(name: string, version: string): boolean };
  Utility: {
    throwIfNotLoaded(name: string, value: unknown, entity: string, isNull: boolean): void;
    throwIfApiNotSupported(name: string, set: string, version: string, host: string): void;
    fixObjectPathIfNecessary(object: ClientObject, value: Values): void;
    _handleNavigationPropertyResults(object: ClientObject, value: Values, names: string[]): void;
    processRetrieveResult(object: ClientObject, value: Values, result: Values, createChild?: unknown): void;
    adjustToDateTime(value: unknown): unknown;
    load(object: ClientObject, options: unknown): unknown;
    retrieve(object: ClientObject, options: unknown): unknown;
    toJson(object: ClientObject, scalars: Values, navigations: Values, items?: unknown): Values;
  };
}

interface Page {
  Word?: Record<string, unknown> & { run?: unknown };
  OfficeExtension: Runtime;
  Office: { onReady(callback: () => void): unknown };
}

/** Adds what is missing, at once if office.js has loaded Word already, else as soon as it has. */
export function applyWordProxies(page: Page, table: ProxyTable): void {
  if (page.Word?.run !== undefined) apply(page, table);
  else {
    page.Office.onReady(() => {
      if (page.Word?.run !== undefined) apply(page, table);
    });
  }
}

function apply(page: Page, table: ProxyTable): void {
  const word = page.Word as Record<string, unknown>;
  const runtime = page.OfficeExtension;
  for (const [name, values] of Object.entries(table.enums)) word[name] = Object.assign(word[name] ?? {}, values);
  for (const one of table.classes) {
    if (!isProxyClass(word[one.name], runtime)) word[one.name] = createClass(runtime, one, word[one.name]);
  }
  for (const one of table.classes) augment(runtime, word, word[one.name] as Constructor, one);
  checkRequirementSets(runtime);
}

function isProxyClass(value: unknown, runtime: Runtime): boolean {
  return typeof value === "function" && value.prototype instanceof runtime.ClientObject;
}

/**
 * office.js means to check requirement sets (its last line says so) but sets the flag on another object than the one
 * it reads, so no call is ever refused. Old Office editions do refuse; with the check on, the profiles tell. Members
 * that this office.js still assigns to WordApiOnline have moved to WordApi 1.4 and 1.5 since.
 */
function checkRequirementSets(runtime: Runtime): void {
  const { isSetSupported } = runtime.CommonUtility;
  runtime.CommonUtility.isSetSupported = (name, version) =>
    isSetSupported(name, version) || (name === "WordApiOnline" && isSetSupported("WordApi", "1.4"));
  runtime.CommonUtility._doApiNotSupportedCheck = true;
}

/** A class that office.js does not have: a client object with its name and nothing else yet. */
function createClass(runtime: Runtime, declaration: ProxyClass, former: unknown): Constructor {
  const base = runtime.ClientObject as unknown as { call(self: unknown, ...args: unknown[]): unknown };
  const created = function (this: unknown, context: unknown, objectPath: unknown) {
    return base.call(this, context, objectPath) ?? this;
  } as unknown as Constructor;
  created.prototype = Object.create(runtime.ClientObject.prototype, {
    constructor: { value: created, configurable: true, writable: true },
  }) as ClientObject;
  // `Word.Style` is an enum in this office.js and a class today: pages may read either.
  if (former !== undefined && former !== null) Object.assign(created, former);
  const { prototype } = created;
  define(prototype, "_className", () => declaration.name);
  if (declaration.items !== undefined) define(prototype, "_isCollection", () => true);
  define(prototype, "_ReferenceId", function () {
    return this["m__ReferenceId"];
  });
  const { Utility: utility, BatchApiHelper: helper } = runtime;
  Object.assign(prototype, {
    _KeepReference(this: ClientObject) {
      helper.invokeMethod(this, "_KeepReference", 1, [], 4, 0);
    },
    _handleIdResult(this: ClientObject, value: Values | null) {
      inherited(runtime, "_handleIdResult").call(this, value);
      if (value?.["_ReferenceId"] !== undefined) this["m__ReferenceId"] = value["_ReferenceId"];
    },
    _handleResult(this: ClientObject, value: Values | null) {
      inherited(runtime, "_handleResult").call(this, value);
      if (value === null || value === undefined) return;
      utility.fixObjectPathIfNecessary(this, value);
      if (value["_ReferenceId"] !== undefined) this["m__ReferenceId"] = value["_ReferenceId"];
    },
    _handleRetrieveResult(this: ClientObject, value: Values, result: Values) {
      inherited(runtime, "_handleRetrieveResult").call(this, value, result);
      const create = this["_createChild"] as ((data: unknown, index: number) => ClientObject) | undefined;
      utility.processRetrieveResult(this, value, result, create?.bind(this));
    },
    load(this: ClientObject, options: unknown) {
      return utility.load(this, options);
    },
    retrieve(this: ClientObject, options: unknown) {
      return utility.retrieve(this, options);
    },
    track(this: ClientObject) {
      this.context.trackedObjects.add(this);
      return this;
    },
    untrack(this: ClientObject) {
      this.context.trackedObjects.remove(this);
      return this;
    },
    ensureUnchanged(this: ClientObject, state: unknown) {
      helper.invokeEnsureUnchanged(this, state);
    },
    toJSON(this: ClientObject) {
      return utility.toJson(this, {}, {}, this["m__items"]);
    },
  });
  return created;
}

function inherited(runtime: Runtime, name: string) {
  return runtime.ClientObject.prototype[name] as (...args: unknown[]) => void;
}

/** Adds the members that the class does not have yet, and makes loading, `toJSON` and `set` know them. */
function augment(runtime: Runtime, word: Values, type: Constructor, declaration: ProxyClass): void {
  const { prototype } = type;
  const added = declaration.members.filter((member) => !(member.name in prototype));
  for (const member of added) addMember(runtime, word, prototype, declaration, member);
  const scalars = added.filter((member) => member.kind === "scalar" || member.kind === "date");
  const navigations = added.filter((member) => member.kind === "navigation");
  const hasItems = declaration.items !== undefined && !("items" in prototype);
  if (hasItems) addItems(runtime, word, prototype, declaration, declaration.items as string);
  if (scalars.length === 0 && navigations.length === 0 && !hasItems) return;
  extendNames(prototype, scalars, navigations);
  extendLoading(runtime, word, prototype, declaration, scalars, navigations);
  extendToJson(prototype, scalars, navigations);
  extendSet(prototype, scalars, navigations);
}

function addMember(runtime: Runtime, word: Values, prototype: ClientObject, one: ProxyClass, member: Member): void {
  const { name } = member;
  const { Utility: utility, BatchApiHelper: helper } = runtime;
  const check = () => utility.throwIfApiNotSupported(`${one.name}.${name}`, "WordApi", member.version, "Word");
  const wire = wireName(name);
  if (member.kind === "scalar" || member.kind === "date") {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: ClientObject) {
        utility.throwIfNotLoaded(name, this[field(name)], one.name, this._isNull);
        check();
        return this[field(name)];
      },
      ...(member.writable && {
        set(this: ClientObject, value: unknown) {
          check();
          this[field(name)] = value;
          helper.invokeSetProperty(this, wire, value, 0);
        },
      }),
    });
    return;
  }
  if (member.kind === "navigation") {
    define(prototype, name, function () {
      check();
      const target = word[member.target ?? ""] as Constructor;
      this[field(name)] ??= helper.createPropertyObject(target, this, wire, isCollection(target), 4);
      return this[field(name)];
    });
    return;
  }
  const reads = /^(get|search|split|query|retrieve)/.test(name);
  const operation = reads ? 1 : 0;
  const flags = reads ? 4 : 0;
  prototype[name] = function (this: ClientObject, ...given: unknown[]) {
    check();
    const args = Array.from({ length: member.parameters ?? 0 }, (_, index) => given[index]);
    if (member.kind !== "object") {
      const result = helper.invokeMethod(this, wire, operation, args, flags, 0);
      return member.kind === "result" ? result : undefined;
    }
    const target = word[member.target ?? ""] as Constructor;
    if (name === "getItem" && one.items !== undefined) return helper.createIndexerObject(target, this, args);
    const invalidAfterRequest = /^(insert|add)/.test(name);
    return helper.createMethodObject(
      target,
      this,
      wire,
      operation,
      args,
      isCollection(target),
      invalidAfterRequest,
      null,
      flags,
    );
  };
}

function addItems(runtime: Runtime, word: Values, prototype: ClientObject, one: ProxyClass, itemClass: string): void {
  define(prototype, "items", function () {
    runtime.Utility.throwIfNotLoaded("items", this["m__items"], one.name, this._isNull);
    return this["m__items"];
  });
  prototype["_createChild"] = function (this: ClientObject, data: unknown, index: number) {
    return runtime.BatchApiHelper.createChildItemObject(word[itemClass], true, this, data, index);
  };
}

function extendNames(prototype: ClientObject, scalars: readonly Member[], navigations: readonly Member[]): void {
  const extend = (property: string, more: unknown[]) => {
    const former = (prototype[property] as unknown[] | undefined) ?? [];
    define(prototype, property, () => [...former, ...more]);
  };
  extend(
    "_scalarPropertyNames",
    scalars.map((member) => member.name),
  );
  extend(
    "_scalarPropertyOriginalNames",
    scalars.map((member) => wireName(member.name)),
  );
  extend(
    "_scalarPropertyUpdateable",
    scalars.map((member) => member.writable === true),
  );
  extend(
    "_navigationPropertyNames",
    navigations.map((member) => member.name),
  );
}

function extendLoading(
  runtime: Runtime,
  word: Values,
  prototype: ClientObject,
  declaration: ProxyClass,
  scalars: readonly Member[],
  navigations: readonly Member[],
): void {
  const utility = runtime.Utility;
  const former = prototype._handleResult;
  prototype._handleResult = function (this: ClientObject, value: Values | null) {
    former.call(this, value);
    if (value === null || value === undefined) return;
    for (const member of scalars) {
      const received = value[wireName(member.name)];
      if (received !== undefined) {
        this[field(member.name)] = member.kind === "date" ? utility.adjustToDateTime(received) : received;
      }
    }
    const names = navigations
      // Asking for a navigation property creates its proxy: only for those that arrived.
      .filter((member) => value[wireName(member.name)] !== undefined)
      .flatMap((member) => [member.name, wireName(member.name)]);
    utility._handleNavigationPropertyResults(this, value, names);
    const items = value["_Items"];
    const createChild = this["_createChild"] as ((data: unknown, index: number) => ClientObject) | undefined;
    if (Array.isArray(items) && createChild !== undefined && declaration.items !== undefined) {
      this["m__items"] = items.map((data: unknown, index) => {
        const item = createChild.call(this, data, index);
        item._handleResult(data);
        return item;
      });
    }
  };
}

function extendToJson(prototype: ClientObject, scalars: readonly Member[], navigations: readonly Member[]): void {
  const former = prototype.toJSON;
  prototype.toJSON = function (this: ClientObject) {
    const result = former.call(this);
    for (const member of scalars) {
      if (this[field(member.name)] !== undefined) result[member.name] = this[field(member.name)];
    }
    for (const member of navigations) {
      const proxy = this[field(member.name)] as ClientObject | undefined;
      if (proxy === undefined) continue;
      const json = proxy.toJSON();
      result[member.name] = proxy["_isCollection"] && proxy["m__items"] !== undefined ? json["items"] : json;
    }
    return result;
  };
}

function extendSet(prototype: ClientObject, scalars: readonly Member[], navigations: readonly Member[]): void {
  const writable = scalars.filter((member) => member.writable).map((member) => member.name);
  const objects = navigations.map((member) => member.name);
  const former = prototype["_recursivelySet"] as (...args: unknown[]) => void;
  prototype["_recursivelySet"] = function (
    this: ClientObject,
    input: unknown,
    options: unknown,
    scalarNames: string[],
    objectNames: string[],
    refused: string[],
  ) {
    former.call(this, input, options, [...scalarNames, ...writable], [...objectNames, ...objects], refused);
  };
  if (writable.length === 0 || "set" in prototype) return;
  prototype["set"] = function (this: ClientObject, properties: unknown, options: unknown) {
    (this["_recursivelySet"] as (...args: unknown[]) => void)(properties, options, [], [], []);
  };
  prototype["update"] = function (this: ClientObject, properties: unknown) {
    (this["_recursivelyUpdate"] as (value: unknown) => void)(properties);
  };
}

function define(target: object, name: string, get: (this: ClientObject) => unknown): void {
  Object.defineProperty(target, name, { configurable: true, enumerable: true, get });
}

function isCollection(type: Constructor): boolean {
  return type.prototype["_isCollection"] === true;
}

/** Where a generated member keeps its value: apart from the short names that office.js uses for its own. */
function field(name: string): string {
  return `_generated_${name}`;
}

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
