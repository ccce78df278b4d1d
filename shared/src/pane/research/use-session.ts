import { useSyncExternalStore } from "react";
import { useTranslation } from "../translation";
import { useTexts } from "../text-table";
import { researchTexts } from "../../i18n/research-texts";
import type { ResearchSession, ResearchState } from "./research-session";

/** The state of a session, as it changes. */
export function useResearchState(session: ResearchSession): ResearchState {
  return useSyncExternalStore(session.subscribe, session.state);
}

/** The pane's own texts and those of 調べる. */
export function useResearchTexts() {
  return { t: useTranslation(), tr: useTexts(researchTexts) };
}
