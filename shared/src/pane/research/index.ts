/** 調べる: AI apps of GENAI in a pane. Only the hook and its types come with the pane; the rest is a chunk of its own. */
export type * from "./research-backend";
export type * from "./research-host";
export { createPaneBackend, type PaneBackend } from "./pane-backend";
export { useResearch, type ResearchServices, type UseResearchOptions } from "./use-research";
