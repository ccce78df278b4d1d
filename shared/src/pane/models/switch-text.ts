import type { Translator } from "../../i18n";
import type { ModelCard, ModelSwitchedEvent } from "../../vocabulary";
import { modelName } from "../model-text";

/** Another model was asked, and why. */
export type ModelSwitch = Omit<ModelSwitchedEvent, "type">;

function cause(t: Translator, reason: ModelSwitch["reason"], from: string): string {
  switch (reason) {
    case "closed":
      return t("switch.closed", { from });
    case "too-small":
    case "input-too-large":
      return t("switch.tooSmall", { from });
    case "rate-limited":
      return t("switch.busy", { from });
    case "model-unknown":
      return t("switch.gone", { from });
    default:
      return t("switch.failed", { from });
  }
}

/** 「PLaMo翻訳」は時間外のため、「…」に切り替えました。 With `answered`: … が答えました。 */
export function switchText(
  t: Translator,
  { from, to, reason }: ModelSwitch,
  models: readonly ModelCard[],
  answered: boolean,
): string {
  const name = (id: string) => {
    const card = models.find((one) => one.id === id);
    return card === undefined ? id : modelName(t, card);
  };
  return t(answered ? "switch.answered" : "switch.switched", { cause: cause(t, reason, name(from)), to: name(to) });
}
