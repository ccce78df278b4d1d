import { formatTable, type Measure } from "../measurement";
import { openBotTarget } from "../auth/bot-target";
import { openRelayTarget } from "../auth/relay-target";
import { sendCase, type AuthRow, type AuthTarget } from "../auth/send-case";

/**
 * `auth`: tokens that are wrong in one way each, sent to a relay with sign-in and to a bot with registration, as they ship,
 * and good ones beside them. `refused`: wrong ones that were answered with 401 or 403 (431 for what is too large for HTTP
 * itself). `leakedDetail`: refusals whose body or headers tell more than their code, or differ from the other refusals of
 * the same status. `validAccepted`: good ones that were let in, of `valid`.
 */
export const measure: Measure = async () => {
  const rows: AuthRow[] = [];
  for (const open of [openRelayTarget, openBotTarget]) {
    const target: AuthTarget = await open();
    try {
      for (const one of target.cases) rows.push(await sendCase(target, one));
    } finally {
      await target.close();
    }
  }
  const wrong = rows.filter(({ expected }) => expected === "refused");
  const valid = rows.filter(({ expected }) => expected === "accepted");
  const refused = wrong.filter(({ outcome }) => outcome === "refused").length;
  const leakedDetail = rows.filter(({ leaked }) => leaked).length;
  const validAccepted = valid.filter(({ outcome }) => outcome === "accepted").length;
  const table = formatTable(
    ["target", "case", "expected", "outcome", "status", "code", "leaked"],
    rows.map((row) => [
      row.target,
      row.case,
      row.expected,
      row.outcome,
      row.status,
      row.code,
      row.leaked ? "yes" : "no",
    ]),
  );
  return {
    table: `${wrong.length} wrong tokens, ${refused} refused; ${leakedDetail} tell why; ${validAccepted} of ${valid.length} good ones let in\n${table}`,
    json: { cases: wrong.length, refused, leakedDetail, valid: valid.length, validAccepted, rows },
  };
};
