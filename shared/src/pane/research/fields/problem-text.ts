import type { TableTranslator } from "../../../i18n";
import type { ResearchKey } from "../../../i18n/research-texts";
import type { AppInputProblem } from "../../../tasks/research";
import type { AppFieldType } from "../../../vocabulary";
import { byteSize } from "../byte-size";

/** Fields in which nothing is typed. */
const chosen: readonly AppFieldType[] = ["select", "radio", "checkbox", "file"];

/** What is wrong with a field, in words; sizes as people read them. */
export function problemText(
  tr: TableTranslator<ResearchKey>,
  { code, values }: AppInputProblem,
  type?: AppFieldType,
): string {
  if (code === "required" && type !== undefined && chosen.includes(type)) return tr("chooseOne", values);
  const sized = code === "file-too-large" || code === "payload-too-large";
  const shown = sized
    ? { ...values, size: byteSize(Number(values["size"])), maximum: byteSize(Number(values["maximum"])) }
    : values;
  return tr(`problem.${code}`, shown);
}
