import type { Aligned } from "./alignment";
import type { Passage } from "./reading/clause";

/** 「従業員数の基準のみとする」: this and nothing else. A condition (のみ認める) is looked at elsewhere. */
const alone = /(?:のみ|だけ)(?:と|で(?!(?:は|も)?な)|に(?:する|した|し、|な|限|統一)|を(?!もって))|に(?:一本化|限定)/u;
const besides =
  /に加え|を加え|に追加|を追加|(?:に)?併せ|あわせて|のほか|の他に|とともに|に上乗せ|のみ(?:なら|で(?:は)?な)|だけで(?:は)?な/u;
const only = /のみ|だけ|限(?!度)|一本化/u;

/** True when a line tells as the only one what its source adds to others: 「従来の基準に加え」, told as 「のみ」. */
export function leavesOutOthers({ clause, best: [first] }: Aligned, line: Passage): boolean {
  if (line.language !== "ja" || first === undefined || first.score < 0.4 || !alone.test(clause.text)) return false;
  return besides.test(first.source.sentence) && !only.test(first.source.sentence.replace(besides, ""));
}
