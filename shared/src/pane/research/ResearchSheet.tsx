import { mayReceive } from "../../guards";
import { countCharacters } from "../../language";
import { typedInputs } from "../../tasks/research";
import { askReason, ConfirmSheet, type SheetText } from "../ConfirmSheet";
import { modelName, modelRegion } from "../model-text";
import { decidingMarking } from "../summary/summary-engine";
import { useLast } from "../use-last";
import { byteSize } from "./byte-size";
import { filesOfForm } from "./judge-form";
import { ownValue } from "./own-value";
import type { ResearchPlan, ResearchSession } from "./research-session";
import { useResearchTexts } from "./use-session";

/** Exactly what will leave for an AI app, and for which. */
export function ResearchSheet({ plan, session }: { plan: ResearchPlan | undefined; session: ResearchSession }) {
  const { t, tr } = useResearchTexts();
  const last = useLast(plan);
  if (last === undefined) return null;
  const { draft, judgement, ask, service } = last;
  const { app } = draft;
  const marking = decidingMarking(judgement);
  const texts = textsOf(last, tr);
  const files = filesOfForm(draft.files);
  const fixed = fixedTexts(last);
  const where = { app: app.name, service: modelName(t, service), region: modelRegion(t, service) };
  const characters = texts.reduce((sum, { text }) => sum + countCharacters(text), 0);
  const unclear = judgement.decision === "ask";
  return (
    <ConfirmSheet
      open={plan !== undefined}
      lines={[tr(service.region === "local" ? "destinationLocal" : "destination", where)]}
      found={judgement.class}
      marking={marking}
      ask={
        ask
          ? {
              reason: [
                ...(unclear ? [askReason(t, marking)] : []),
                ...(judgement.unread.length === 0 ? [] : [tr("askFiles", { files: judgement.unread.join("」「") })]),
              ].join(" "),
            }
          : undefined
      }
      refusalOf={(chosen) => {
        if (chosen === "3") return t("send.askClass3Blocked");
        const cleared = mayReceive(service, chosen === "2" || unclear ? "2" : chosen);
        return cleared ? undefined : tr("notCleared", { app: app.name });
      }}
      amount={tr("amount", { fields: texts.length - files.length, files: files.length, characters })}
      texts={texts}
      fixed={fixed.length === 0 ? undefined : { label: tr("fixedValues", { count: fixed.length }), texts: fixed }}
      confirmLabel={tr("confirm")}
      focusAfter="[data-part=research-run], [data-part=inquiry] h2"
      onConfirm={(declared) => void session.confirm(last, declared)}
      onClose={() => session.closeSheet()}
    />
  );
}

/** Values that the app has set for itself, as they are sent: what a person fills in may stand in them. */
function fixedTexts({ draft, inputs }: ResearchPlan): SheetText[] {
  const { values } = typedInputs(draft.app.fields, inputs);
  return draft.app.fields.flatMap(({ key, type, title }) => {
    const value = type === "hidden" ? ownValue(values, key) : undefined;
    return value === undefined || value === null || value === "" ? [] : [{ id: key, name: title, text: String(value) }];
  });
}

function textsOf({ draft }: ResearchPlan, tr: ReturnType<typeof useResearchTexts>["tr"]): SheetText[] {
  const { app, values, files, conversation } = draft;
  const fields = app.fields.flatMap(({ key, type, title, items }): SheetText[] => {
    if (type === "hidden" || type === "file") return [];
    const given = [ownValue(values, key) ?? []].flat().filter((value) => value !== "");
    if (given.length === 0) return [];
    const shown = given.map((value) => items?.find((item) => item.value === value)?.title ?? value);
    return [{ id: key, name: title, text: shown.join("、") }];
  });
  const chosen = Object.entries(files).flatMap(([key, list]) =>
    list.map(({ filename, bytes }, index) => ({
      id: `${key}-${index}`,
      name: tr("attached"),
      text: `${filename}（${byteSize(bytes)}）`,
    })),
  );
  if (conversation.length === 0) return [...fields, ...chosen];
  const earlier = conversation.flatMap((turn) => [...Object.values(turn.values).flat(), turn.answer]).join("\n");
  return [...fields, { id: "conversation", name: tr("earlier"), text: earlier }, ...chosen];
}
