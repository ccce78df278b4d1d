import { contentWords } from "@genai-office/shared/language";
import type { PromptLine } from "./prompt-lines";
import { faults, type Fault, type WrittenLine } from "./written-line";
import { trueLine } from "./true-lines";

/** What somebody may have said in any meeting, and nobody did in this one: names and things are of our own making. */
const inventedThings = [
  "民間の宿泊施設を借り上げた研修所",
  "全ての職員への携帯端末の配布",
  "苦情を受ける専門の相談員",
  "海外の視察に代わる広報の強化",
  "食堂の夜間の営業",
  "監査法人による帳簿の点検",
  "屋上の太陽光発電",
  "通勤用の自転車の貸出し",
  "来庁者のための保育室",
  "無人の受付機",
];
const inventedRemarks = [
  "について、来年度から行うとの説明があった。",
  "について、費用が足りないとの指摘があった。",
  "を早く始めるべきとの意見があった。",
  "は他の自治体で成果を上げているとの報告があった。",
  "について、組合から要望書が出されたとの報告があった。",
  "を取りやめた経緯について質問があった。",
  "の委託先が決まったとの報告があった。",
  "に反対する署名が集まっているとの発言があった。",
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
    return { kind: "discussion", text: invention(turn), cites: line.number, fault };
  }
  if (right === undefined) return undefined;
  const { text } = { text: line.text.length > 200 ? right.text : right.text };
  switch (fault) {
    case "figure": {
      let other = "";
      const changed = text.replace(/[0-9０-９]+/u, (digits) => (other = otherNumber(digits)));
      // A figure that is said nearby as well may be no lie.
      return changed === text || near(line, all).some((one) => one.text.includes(other))
        ? undefined
        : { ...right, text: changed, fault };
    }
    case "owner": {
      const others = all.map(({ speaker }) => speaker).filter((name) => name !== "" && name !== line.speaker);
      // Strangers and people of the meeting in turns.
      const owner = turn % 2 === 0 ? strangers[turn % strangers.length]! : farthest(line, all, others);
      return right.kind !== "action" || owner === undefined ? undefined : { ...right, owner, fault };
    }
    case "due": {
      const due = `${(turn % 11) + 1}月${(turn % 5) + 24}日`;
      return right.kind !== "action" || line.text.includes(due) ? undefined : { ...right, due, fault };
    }
    case "proposal":
      // What is agreed to right after is decided indeed.
      return proposal.test(line.text) && !all.some((one) => isAfter(one, line) && agreed.test(one.text))
        ? { kind: "decision", text: asDecision(text), cites: line.number, fault }
        : undefined;
    case "citation": {
      const far = all.filter((one) => Math.abs(one.number - line.number) > 12 && !isAlike(one, line)).at(turn % 7);
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

/** Nobody said it: each turn has another one, as many as there are things, remarks and years. */
export function invention(turn: number): string {
  const thing = inventedThings[turn % inventedThings.length]!;
  const remark = inventedRemarks[Math.floor(turn / inventedThings.length) % inventedRemarks.length]!;
  const round = Math.floor(turn / (inventedThings.length * inventedRemarks.length));
  return `${round === 0 ? "" : `${round + 1}回目の検討として、`}${thing}${remark}`;
}

const agreed =
  /異議|賛成|結構|決定|決ま|そのように|そうしましょう|了解|承知|分かりました|わかりました|いいですね|はい/u;

function isAfter(one: PromptLine, line: PromptLine): boolean {
  return one.number > line.number && one.number <= line.number + 5;
}

function near(line: PromptLine, all: readonly PromptLine[]): PromptLine[] {
  return all.filter(({ number }) => Math.abs(number - line.number) <= 3);
}

/** Both tell of the same things: what one says the other may bear out. */
function isAlike(a: PromptLine, b: PromptLine): boolean {
  const words = new Set(contentWords(a.text));
  const other = contentWords(b.text);
  return other.filter((word) => words.has(word)).length > other.length * 0.3;
}

/** What people are called by: 「李 明 (国際室)」 is 李. */
function surnameOf(name: string): string {
  const [first = name] = name.split(/[\s\u3000（(]/u);
  return first.length >= 4 && !/[A-Za-z]/.test(first) ? first.slice(0, 2) : first;
}

/** Somebody who does not speak near the line. */
function farthest(line: PromptLine, all: readonly PromptLine[], others: readonly string[]): string | undefined {
  const around = near(line, all);
  return others.find((name) => !around.some(({ speaker, text }) => speaker === name || text.includes(surnameOf(name))));
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
