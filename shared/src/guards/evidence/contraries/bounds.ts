import { figuresIn, type Figure } from "../../figures";
import { compareFigures } from "../../figures/compare";

type Side = "from" | "until" | "";

const between = "(?:[はがもで、]|約|およそ|年|令和|about|,|\\s)*$";
const heads: readonly [Side, RegExp][] = [
  [
    "from",
    new RegExp(
      `(?:最低(?:でも|限)?|最短(?:でも)?|最小(?:でも)?|少なく(?:とも|ても)|早く(?:とも|ても?)|早ければ|下限|at least|no (?:earlier|less|fewer) than|minimum(?: of)?)${between}`,
      "iu",
    ),
  ],
  [
    "until",
    new RegExp(
      `(?:最長(?:でも)?|最大(?:でも)?|最高(?:でも)?|最多(?:でも)?|多く(?:とも|ても)|長く(?:とも|ても)|遅く(?:とも|ても?)|上限|せいぜい|at (?:most|the latest)|no (?:later|more) than|maximum(?: of)?|up to|by)${between}`,
      "iu",
    ),
  ],
];
const tails: readonly [Side, RegExp][] = [
  [
    "from",
    /^(?:の)?(?:以上|以降|を下らな|が(?:下限|最低|最短)|は(?:必要|要る|要り|欲し|ほし)| or (?:more|later)| at the earliest)/iu,
  ],
  [
    "until",
    /^(?:の)?(?:以下|以内|まで|が(?:上限|限度|最長|最大)|を(?:上限|限度)|を?超えな|中に| or (?:less|earlier)| at the latest)/iu,
  ],
];
/** A limit that a line may tell in its own way. */
const limits =
  /以上|以降|以内|以下|まで|から|上限|下限|最[低短小長大高多]|とも|早|遅|多く|少なく|せいぜい|必要|見込|予定|限|\b(?:least|most|up to|by|earliest|latest|no (?:more|less|later|earlier)|within|minimum|maximum|between|from)\b/iu;

/**
 * True when a line turns a limit round (最低1年, 最長1年; 早くとも, 遅くとも), or tells as the thing itself what every source gives as
 * the one end of a range (早ければ8月).
 */
export function turnsBoundRound(line: string, texts: readonly string[]): boolean {
  const given = texts.flatMap((text) => figuresIn(text).map((figure) => ({ figure, side: sideOf(text, figure) })));
  return figuresIn(line).some((figure) => {
    const same = given.filter((other) => compareFigures(other.figure, figure) === "same");
    if (same.length === 0) return false;
    const own = sideOf(line, figure);
    if (own.side !== "") {
      if (same.every(({ side }) => side.side !== "" && side.side !== own.side)) return true;
      return own.isHead && same.every(({ side }) => side.side === "") && !texts.some((text) => limits.test(text));
    }
    return !limits.test(line) && same.every(({ side }) => side.isHead);
  });
}

function sideOf(text: string, { span }: Figure): { side: Side; isHead: boolean } {
  const before = text.slice(Math.max(0, span.start - 14), span.start);
  const head = heads.find(([, pattern]) => pattern.test(before))?.[0];
  if (head !== undefined) return { side: head, isHead: true };
  const after = text.slice(span.end, span.end + 16);
  return { side: tails.find(([, pattern]) => pattern.test(after))?.[0] ?? "", isHead: false };
}
