import type { Translator } from "../../i18n";
import type { ResearchPart } from "../summary/SummaryPane";
import type { PaneTask } from "./TaskPane";

/** 調べる as one of the tasks of a pane. */
export function researchTask(t: Translator, { pending, view, onOpen }: ResearchPart): PaneTask {
  const name = pending === 0 ? t("task.research") : t("task.researchPending", { count: pending });
  return { id: "research", name, panelName: t("task.research"), view, usesModels: false, onOpen };
}
