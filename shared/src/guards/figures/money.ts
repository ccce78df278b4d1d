import { numeralAt } from "./numerals";
import { scaleAt } from "./word-numerals";
import { approximateBefore } from "./quantity";
import { exact, sticky, type Raw } from "./raw";
import { unitAt } from "./unit-words";

const currencySign = /(?:us|au|a|c|hk|nz)?\$ ?|€ ?|£ ?|¥ ?|(?:usd|jpy|eur|gbp) ?(?=[0-9])/y;

/** Reads an amount whose currency stands before it: $3.5 million, ￥50,000, US$3bn. */
export function moneyAt(text: string, at: number): Raw | undefined {
  const end = sticky(currencySign, text, at);
  if (end === undefined) return undefined;
  const sign = text.slice(at, end);
  const unit =
    sign.includes("$") || sign.startsWith("usd")
      ? "dollar"
      : /€|eur/.test(sign)
        ? "euro"
        : /£|gbp/.test(sign)
          ? "sterling"
          : "yen";
  const numeral = numeralAt(text, end);
  if (numeral === undefined || numeral.style !== "arabic") return undefined;
  const scale = scaleAt(text, numeral.end);
  let stop = scale.end;
  const again = unitAt(text, stop);
  if (again?.unit === unit) stop = again.end;
  else if (scale.factor === 1) {
    const bare = /^ ?([mb])(?:n|illion)?(?![a-z])/.exec(text.slice(stop, stop + 4));
    if (bare !== null)
      return {
        ...exact,
        kind: "amount",
        unit,
        value: numeral.value * (bare[1] === "m" ? 1e6 : 1e9),
        start: at,
        end: stop + bare[0].length,
      };
  }
  const approximate = approximateBefore.test(text.slice(Math.max(0, at - 14), at));
  return { kind: "amount", unit, value: numeral.value * scale.factor, weak: false, approximate, start: at, end: stop };
}
