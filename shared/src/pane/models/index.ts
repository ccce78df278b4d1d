/** The models in a pane: what the relay offers, what may be used, what the chip names. */
export * from "./fallback-text";
export * from "./japan-time";
export * from "./languages-needed";
export * from "./model-choices";
export * from "./switch-text";
export * from "./use-offer";
