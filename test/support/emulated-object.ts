import type { EmulatedObject, HostValue } from "../../playground/office-host/src/rich-api/emulated-type";
import type { EmulatedType } from "../../playground/office-host/src/rich-api/emulated-type";

function typeOf(object: HostValue): EmulatedType {
  return (object as unknown as { emulatedType: EmulatedType }).emulatedType;
}

/** Reads a property of an emulated object by its wire name, as the interpreter does. */
export function read(object: HostValue, ...path: string[]): HostValue {
  return path.reduce<HostValue>((at, name) => {
    const property = typeOf(at).properties[name];
    if (!property) throw new Error(`${typeOf(at).name}.${name} is not described`);
    return property.get(at as EmulatedObject);
  }, object);
}

export function write(object: HostValue, name: string, value: string | number | boolean | null): void {
  const property = typeOf(object).properties[name];
  if (!property?.set) throw new Error(`${typeOf(object).name}.${name} cannot be set`);
  property.set(object as EmulatedObject, value);
}

/** Calls a synchronous method of an emulated object by its wire name. */
export function call(object: HostValue, name: string, ...args: HostValue[]): HostValue {
  const method = typeOf(object).methods[name];
  if (!method) throw new Error(`${typeOf(object).name}.${name} is not described`);
  return method(object as EmulatedObject, args) as HostValue;
}

export function items(collection: HostValue): EmulatedObject[] {
  const list = typeOf(collection).items;
  if (!list) throw new Error(`${typeOf(collection).name} is no collection`);
  return list(collection as EmulatedObject);
}
