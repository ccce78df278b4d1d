import { attachmentMethods } from "./attachment-methods";
import { bodyMethods } from "./body-methods";
import { categoryMethods } from "./category-methods";
import { composeMethods } from "./compose-methods";
import { formMethods } from "./form-methods";
import { memberOf } from "./members";
import type { RunMethod } from "./method";
import { notificationMethods } from "./notification-methods";
import { propertyMethods } from "./property-methods";
import { recipientMethods } from "./recipient-methods";

export type { MethodParameters } from "./method";

const methods: Readonly<Record<number, RunMethod>> = {
  ...attachmentMethods,
  ...bodyMethods,
  ...categoryMethods,
  ...composeMethods,
  ...formMethods,
  ...notificationMethods,
  ...propertyMethods,
  ...recipientMethods,
};

/** The method behind a number of the wire; `run` is undefined for what is not emulated. */
export function findMethod(dispatchId: number): { readonly member: string; readonly run: RunMethod | undefined } {
  return { member: memberOf(dispatchId), run: methods[dispatchId] };
}
