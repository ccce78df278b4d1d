/** The models in a pane: what the relay offers, what may be used, what the chip names. */
export * from "./model-choices";
export * from "./today";
export * from "./use-offer";
