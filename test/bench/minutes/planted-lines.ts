import type { PromptLine } from "./prompt-lines";
import { faults, type Fault, type WrittenLine } from "./written-line";
import { trueLine } from "./true-lines";

/** What somebody may have said in any meeting, and nobody did in this one: names and things are of our own making. */
const inventions = [
  "来年度から全ての職員に携帯端末を配布するとの説明があった。",
  "民間の宿泊施設を借り上げて研修所とすることについて、合意が得られた。",
  "苦情が前年の三倍に増えたため、専門の相談員を置くべきとの意見があった。",
  "海外の視察は中止し、その費用を広報に充てるとの方針が示された。",
  "食堂の営業時間を夜九時まで延ばしてほしいとの要望があった。",
  "監査法人から、帳簿の保存に不備があるとの指摘を受けたとの報告があった。",
];
const strangers = ["鬼塚参事官", "氷室課長", "白鳥補佐", "久我山室長"];
const proposal =
  /(?:どうでしょうか|ないでしょうか|たらどう|と思います|検討し(?:て|ます)|検討(?:中|したい)|案です|提案)/u;

/** Turns a true utterance into a line that it does not bear out; undefined where it has not what the fault needs. */
export function plantedLine(
  line: PromptLine,
  all: readonly PromptLine[],
  fault: Fault,
  turn: number,
): WrittenLine | undefined {
  const right = trueLine(line);
  if (fault === "invented") {
    return { kind: "discussion", text: inventions[turn % inventions.length]!, cites: line.number, fault };
  }
  if (right === undefined) return undefined;
  const { text } = { text: line.text.length > 200 ? right.text : right.text };
  switch (fault) {
    case "figure": {
      const changed = text.replace(/[0-9０-９]+/u, (digits) => otherNumber(digits));
      return changed === text ? undefined : { ...right, text: changed, fault };
    }
    case "owner": {
      const others = all.map(({ speaker }) => speaker).filter((name) => name !== "" && name !== line.speaker);
      // Strangers and people of the meeting in turns.
      const owner = turn % 2 === 0 ? strangers[turn % strangers.length]! : farthest(line, all, others);
      return right.kind !== "action" || owner === undefined ? undefined : { ...right, owner, fault };
    }
    case "due":
      return right.kind !== "action" ? undefined : { ...right, due: `${(turn % 11) + 1}月${(turn % 5) + 24}日`, fault };
    case "proposal":
      return proposal.test(line.text)
        ? { kind: "decision", text: asDecision(text), cites: line.number, fault }
        : undefined;
    case "citation": {
      const far = all.filter(({ number }) => Math.abs(number - line.number) > 12).at(turn % 7);
      return far === undefined ? undefined : { ...right, cites: far.number, fault };
    }
    case "denial": {
      const denied = text
        .replace(/(?<=[^い])ます(?=。|との|$)/u, "ません")
        .replace(/です(?=。|との|$)/u, "ではありません");
      return denied === text ? undefined : { ...right, text: denied, fault };
    }
    case "speaker": {
      const other = farthest(
        line,
        all,
        all.map(({ speaker }) => speaker).filter((name) => name !== "" && name !== line.speaker),
      );
      const plain = line.text.split("。")[0]!;
      return other === undefined || plain.length < 14
        ? undefined
        : { kind: "discussion", text: `${other}から、${plain}との発言があった。`, cites: line.number, fault };
    }
  }
}

/** Somebody who does not speak near the line. */
function farthest(line: PromptLine, all: readonly PromptLine[], others: readonly string[]): string | undefined {
  const near = all.filter(({ number }) => Math.abs(number - line.number) <= 3).map(({ speaker }) => speaker);
  return others.find((name) => !near.includes(name) && !line.text.includes(name.slice(0, 2)));
}

function asDecision(text: string): string {
  return text
    .replace(/^.{1,30}?から、/u, "")
    .replace(/(?:との意見|との発言)があった。$/u, "")
    .replace(/(?:どうでしょうか|ないでしょうか|と思います|検討します|検討しています)。?$/u, "")
    .concat("こととする。");
}

function otherNumber(digits: string): string {
  const wide = /[０-９]/.test(digits);
  const plain = Number(digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
  const changed = String(plain < 10 ? ((plain + 3) % 9) + 1 : plain + 10 ** (String(plain).length - 1));
  return wide ? changed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : changed;
}

/** The faults in turn, so that each kind comes as often as the others as far as the meeting has what it needs. */
export function nextFault(turn: number): Fault {
  return faults[turn % faults.length]!;
}
