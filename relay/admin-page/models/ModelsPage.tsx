import type { AdminStatus, ModelStatus } from "../../src/admin/shapes";
import { DataTable } from "../parts/DataTable";
import { Part } from "../parts/Part";
import { StateBadge, type StateTone } from "../parts/StateBadge";
import { useWording } from "../texts";

const tones: Record<ModelStatus["state"], StateTone> = {
  offered: "good",
  disabled: "idle",
  unconnected: "idle",
  retired: "idle",
  "switched-off": "bad",
};

/** Every model of the catalogue: who may use it for what, or why nobody can. */
export function ModelsPage({ status }: { status: AdminStatus }) {
  const { texts, locale } = useWording();
  const order = Object.keys(tones);
  const models = [...status.models].sort(
    (one, other) =>
      Number(one.state !== "offered") - Number(other.state !== "offered") ||
      order.indexOf(one.state) - order.indexOf(other.state),
  );
  return (
    <Part title={texts.tabs.models}>
      <DataTable
        label={texts.tabs.models}
        columns={texts.models.columns}
        rows={models.map((model) => ({
          key: model.id,
          cells: [
            model.name[locale],
            <StateBadge key="state" tone={tones[model.state]} text={texts.models.states[model.state]} />,
            texts.models.clearance[model.clearance],
            texts.models.regions[model.region],
            model.tasks.map((task) => texts.tasks[task]).join("、"),
            model.sections?.join("、") ?? texts.models.everyone,
            model.endpoint ?? "—",
          ],
        }))}
      />
    </Part>
  );
}
