import type { Queries } from "@genai-office/shared/database";
import { addUsage, noUsage, type Usage, type UsageKey } from "./usage";

/** What somebody used on a day of Japan (YYYY-MM-DD). */
export interface UsageAmount {
  day: string;
  key: UsageKey;
  amount: Usage;
}

/** Where it stands what was used. */
export interface UsageStore {
  /** Adds amounts, each key at most once; gives the totals of those keys. */
  add(amounts: readonly UsageAmount[]): Promise<UsageAmount[]>;
  /** The totals of a day; keys that used nothing are left out. */
  read(day: string, keys: readonly UsageKey[]): Promise<UsageAmount[]>;
  /** Removes all days before this one. */
  forget(firstDay: string): Promise<void>;
}

interface UsageRow {
  day: string;
  scope: UsageKey["scope"];
  name: string;
  steps: number;
  tokens: number;
  cost: number;
}

/** One for all nodes. */
export function databaseUsageStore(database: Queries): UsageStore {
  return {
    async add(amounts) {
      const rows = await database.query<UsageRow>(
        `insert into daily_usage as kept (day, scope, name, steps, tokens, cost)
         select * from unnest($1::date[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::numeric[])
         on conflict (day, scope, name) do update set
           steps = kept.steps + excluded.steps, tokens = kept.tokens + excluded.tokens, cost = kept.cost + excluded.cost
         returning day, scope, name, steps, tokens, cost`,
        [
          amounts.map(({ day }) => day),
          amounts.map(({ key }) => key.scope),
          amounts.map(({ key }) => key.name),
          amounts.map(({ amount }) => amount.steps),
          amounts.map(({ amount }) => amount.tokens),
          amounts.map(({ amount }) => amount.cost.toFixed(6)),
        ],
      );
      return rows.map(amountOf);
    },
    async read(day, keys) {
      const rows = await database.query<UsageRow>(
        `select day, scope, name, steps, tokens, cost from daily_usage
         where day = $1::date and (scope, name) in (select * from unnest($2::text[], $3::text[]))`,
        [day, keys.map(({ scope }) => scope), keys.map(({ name }) => name)],
      );
      return rows.map(amountOf);
    },
    async forget(firstDay) {
      await database.query("delete from daily_usage where day < $1::date", [firstDay]);
    },
  };
}

/** For a relay without a database: its counts end with the process. */
export function memoryUsageStore(): UsageStore {
  const totals = new Map<string, UsageAmount>();
  const idOf = (day: string, { scope, name }: UsageKey): string => JSON.stringify([day, scope, name]);
  return {
    add(amounts) {
      const changed = amounts.map(({ day, key, amount }) => {
        const id = idOf(day, key);
        const total = { day, key, amount: addUsage(totals.get(id)?.amount ?? noUsage, amount) };
        totals.set(id, total);
        return total;
      });
      return Promise.resolve(changed);
    },
    read: (day, keys) => Promise.resolve(keys.flatMap((key) => totals.get(idOf(day, key)) ?? [])),
    forget(firstDay) {
      for (const [id, { day }] of totals) if (day < firstDay) totals.delete(id);
      return Promise.resolve();
    },
  };
}

function amountOf({ day, scope, name, steps, tokens, cost }: UsageRow): UsageAmount {
  return { day, key: { scope, name }, amount: { steps, tokens, cost } };
}
