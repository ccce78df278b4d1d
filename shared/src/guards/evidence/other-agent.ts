import type { Aligned } from "./alignment";
import type { Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";

const body =
  /(?:[省庁局課係室部署市町村区県府都道国社協会所院校]|委員会|組合|団体|事務局|センター|大臣|知事|市長|町長|村長|長)$/u;

/**
 * True when a line makes someone act who is named only as the speaker, while the clause it rests on names who acts:
 * 「総務課が印刷する」 where 総務課長 says 「各課で印刷してください」.
 */
export function actsInsteadOf({ clause, best: [first] }: Aligned, line: Passage): boolean {
  if (line.language !== "ja" || first === undefined || first.score < 0.4) return false;
  const { clause: other, passage } = first.source;
  const own = clause.tokens.find(
    (token) => isAgent(token, line) && (token.role === "subject" || token.role === "topic"),
  );
  if (own === undefined || new Region(passage.text, []).covers(own, line.text).share >= 0.6) return false;
  const agent = other.tokens.find(
    (token) => isAgent(token, passage) && (token.role === "subject" || token.role === "by"),
  );
  if (agent === undefined) return false;
  return new Region(line.text, []).covers(agent, passage.text).share < 0.6 && !/意見|[述主指説提求]/u.test(clause.text);
}

function isAgent({ text, kind, end, role }: Token, passage: Passage): boolean {
  if (kind !== "word" || !body.test(text)) return false;
  return role !== "by" || passage.text.startsWith("で", end);
}
