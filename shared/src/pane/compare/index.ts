/** One request to several models, side by side. The view is a chunk of its own. */
export type { CompareViewProps } from "./CompareView";
export { CompareView } from "./lazy-view";
