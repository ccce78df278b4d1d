import type { GenaiError, ModelCard } from "@genai-office/shared/vocabulary";
import { modelCard } from "../../pane/render-pane";
import { ScriptedEngine, summaryOf } from "../../pane/scripted-engine";

export const summary = summaryOf(
  { text: "転入手続は3万2,410件であった。", sources: ["p1"], layout: "sentence" },
  { text: "待ち時間は18分になった。", sources: ["p2"], layout: "sentence" },
);

export const models: ModelCard[] = [
  modelCard(),
  modelCard({ id: "model-b", name: { ja: "海外モデルB", en: "B" }, region: "other", clearance: "1" }),
];

/** A scripted engine beside a relay that offers two models, or fails to when told so. */
export class OfferingEngine extends ScriptedEngine {
  offerFailure: GenaiError | undefined;

  fetchModels(): Promise<{ models: ModelCard[]; defaultModel: string }> {
    return this.offerFailure === undefined
      ? Promise.resolve({ models, defaultModel: "model-a" })
      : Promise.reject(this.offerFailure);
  }
}
