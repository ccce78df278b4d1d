import { taskNames } from "@genai-office/shared/vocabulary";
import type { Queries } from "@genai-office/shared/database";
import { targetOf, type SwitchSubject, type ThrownSwitch } from "./switch";

/** Where it stands what is switched off. */
export interface SwitchStore {
  /** Oldest first. */
  read(): Promise<ThrownSwitch[]>;
  /** A subject that is there already gets the new reason and operator, and keeps its moment. */
  put(subject: SwitchSubject, reason: string, by: string): Promise<void>;
  /** False when it was not there. */
  remove(subject: SwitchSubject): Promise<boolean>;
}

interface SwitchRow {
  scope: string;
  target: string;
  reason: string;
  set_by: string;
  set_at: Date;
}

/** One for all nodes. */
export function databaseSwitchStore(database: Queries): SwitchStore {
  return {
    async read() {
      const rows = await database.query<SwitchRow>(
        "select scope, target, reason, set_by, set_at from kill_switches order by set_at, scope, target",
      );
      return rows.map(switchOf);
    },
    async put(subject, reason, by) {
      await database.query(
        `insert into kill_switches (scope, target, reason, set_by) values ($1, $2, $3, $4)
         on conflict (scope, target) do update set reason = excluded.reason, set_by = excluded.set_by`,
        [subject.scope, targetOf(subject), reason, by],
      );
    },
    async remove(subject) {
      const rows = await database.query("delete from kill_switches where scope = $1 and target = $2 returning scope", [
        subject.scope,
        targetOf(subject),
      ]);
      return rows.length > 0;
    },
  };
}

/** For a relay without a database: its switches end with the process. */
export function memorySwitchStore(): SwitchStore {
  const thrown = new Map<string, ThrownSwitch>();
  const idOf = (subject: SwitchSubject): string => `${subject.scope} ${targetOf(subject)}`;
  return {
    read: () => Promise.resolve([...thrown.values()]),
    put(subject, reason, by) {
      const since = thrown.get(idOf(subject))?.since ?? Date.now();
      thrown.set(idOf(subject), { subject, reason, by, since });
      return Promise.resolve();
    },
    remove: (subject) => Promise.resolve(thrown.delete(idOf(subject))),
  };
}

/** A row of a newer version that names what this one does not know switches off everything: better too much than too little. */
function switchOf({ scope, target, reason, set_by: by, set_at: at }: SwitchRow): ThrownSwitch {
  const since = at.getTime();
  if (scope === "model") return { subject: { scope, model: target }, reason, by, since };
  const task = taskNames.find((name) => name === target);
  if (scope === "task" && task !== undefined) return { subject: { scope, task }, reason, by, since };
  return { subject: { scope: "whole" }, reason, by, since };
}
