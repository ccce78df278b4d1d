import type { GenaiError } from "@genai-office/shared/vocabulary";
import type { Delivery } from "./deliver-reply";

/** What becomes of one draft: the person's version of it, and where it went. */
export interface DeliveryState {
  /** Of which outcome; with another one everything begins anew. */
  of: unknown;
  /** The text as the person has changed it. */
  edited?: string | undefined;
  delivering: boolean;
  told?: Delivery | "copied" | "copyFailed" | "unknownForm" | "unknownInsert" | undefined;
  /** Why it was not delivered; the draft can still be copied. */
  error?: GenaiError | undefined;
}

export type DeliveryEvent =
  | { type: "edited"; of: unknown; text: string | undefined }
  | { type: "delivering"; of: unknown }
  | { type: "told"; of: unknown; told: NonNullable<DeliveryState["told"]> }
  | { type: "failed"; of: unknown; error: GenaiError };

export const nothingDelivered: DeliveryState = { of: undefined, delivering: false };

/** What happens on each event; one about a draft that is no longer shown begins the state of that draft. */
export function reduceDelivery(state: DeliveryState, event: DeliveryEvent): DeliveryState {
  const own = state.of === event.of ? state : { of: event.of, delivering: false };
  switch (event.type) {
    case "edited":
      return { ...own, edited: event.text, told: undefined, error: undefined };
    case "delivering":
      return { ...own, delivering: true, told: undefined, error: undefined };
    case "told":
      return { ...own, delivering: false, told: event.told, error: undefined };
    case "failed":
      return { ...own, delivering: false, told: undefined, error: event.error };
  }
}
