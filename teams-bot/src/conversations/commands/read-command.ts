/** What a message asks the bot to do. */
export type Command =
  | { kind: "help" }
  /** Forget what was said in this conversation. */
  | { kind: "reset" }
  /** End what is being worked on in this conversation. */
  | { kind: "stop" }
  | { kind: "minutes"; wishes: string; confirmed: boolean }
  | { kind: "summarize"; text: string }
  | { kind: "translate"; text: string }
  | { kind: "research"; request: string }
  | { kind: "ask"; question: string };

/** What may stand behind a command word: its end, a space or a colon, and how people ask politely. */
const behind = "(?:\\s*(?:して|を(?:作成|作って|お願い)[^\\s:：。]*|お願いします)(?:ください|下さい)?)?[\\s:：、。]*";

function word(words: string): RegExp {
  return new RegExp(`^\\s*(?:${words})(?:${behind}$|${behind.replace("[\\s:：、。]*", "[\\s:：、。]+")}|(?=「))`, "iu");
}

const help = /^\s*(?:ヘルプ|使い方|help|\?|？)[\s。！!]*$/iu;
const reset =
  /^\s*(?:新しい話題|新規の話題|話題を変え(?:て|る|ます)?|リセット|忘れて(?:ください)?|new topic|reset|forget)[\s。！!]*$/iu;
const stop = /^\s*(?:中止|停止|止めて|やめて|キャンセル|stop|cancel)(?:して)?(?:ください)?[\s。！!]*$/iu;
const minutes = word("議事録(?:[（(][^）)]{0,20}[）)])?|議事要旨|minutes(?=\\s*(?:$|[:\\n]))");
const summarize = word("要約|summari[sz]e");
const translate = word("翻訳|和訳|英訳|訳して(?:ください)?|translate");
const research = /^\s*(?:調べる|調べて(?:ください)?|research)(?:[\s:：、。]+|(?=「)|$)/iu;

/** The person has read the marking that the gate asks about. */
const confirmation = /確認済み?|confirmed/iu;

/**
 * Reads what a message asks for: a command word at its beginning, as the command list of Teams writes it, or a question. A
 * word counts only when something parts it from what follows: 「要約筆記とは」 and 「翻訳会社を探す」 are questions.
 */
export function readCommand(message: string): Command {
  const text = message.trim();
  if (text === "" || help.test(text)) return { kind: "help" };
  if (reset.test(text)) return { kind: "reset" };
  if (stop.test(text)) return { kind: "stop" };
  const after = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(text);
    return found === null ? undefined : text.slice(found[0].length).trim();
  };
  const request = after(research);
  if (request !== undefined) return { kind: "research", request };
  const wishes = after(minutes);
  if (wishes !== undefined) {
    const confirmed = confirmation.test(text);
    return {
      kind: "minutes",
      confirmed,
      wishes: wishes.replace(new RegExp(`[（(]?(?:${confirmation.source})[）)]?`, "giu"), "").trim(),
    };
  }
  const summarized = after(summarize);
  if (summarized !== undefined) return { kind: "summarize", text: summarized };
  const translated = after(translate);
  if (translated !== undefined) return { kind: "translate", text: translated };
  return { kind: "ask", question: text };
}
