import { openDatabase } from "@genai-office/shared/database";
import { verifyChain } from "../../../relay/src/audit/verify-chain";
import type { Acknowledged } from "./load-process";

export interface RowsLost {
  /** Requests whose answer had begun and that are not on record. */
  lost: number;
  /** Steps on record that have no end, although the relay was started again. */
  open: number;
  interrupted: number;
  chainIntact: boolean;
}

/** Looks into the database that a relay left: is everything there that clients were told? Nobody may have it open. */
export async function rowsLost(dataFolder: string, acknowledged: Acknowledged): Promise<RowsLost> {
  const database = await openDatabase({ kind: "embedded", directory: dataFolder });
  try {
    const rows = await database.query<{ request: string; outcome: string | null }>(
      "select request, outcome from step_usage where not refused",
    );
    const known = new Set(rows.map(({ request }) => request));
    return {
      lost: acknowledged.begun.filter((id) => !known.has(id)).length,
      open: rows.filter(({ outcome }) => outcome === null).length,
      interrupted: rows.filter(({ outcome }) => outcome === "interrupted").length,
      chainIntact: (await verifyChain(database)).intact,
    };
  } finally {
    await database.close();
  }
}
