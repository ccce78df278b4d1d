/** What 調べる is made of; a chunk of its own, with the first use or when an inquiry is waited for. */
export { createResearchSession } from "./research-session";
export { ResearchView } from "./ResearchView";
