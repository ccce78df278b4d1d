import { answeredBy } from "../../../../shared/src/tasks/thread/answered-by";
import { threadMails } from "../../../../shared/src/tasks/thread/thread-messages";

interface Written {
  by: string;
  text: string;
}

/** Which mail answers the first sentence of the first one: 2 is the second. */
function answered(request: string, mails: Written[], asked: { of?: string; ofMe?: boolean } = {}): number | undefined {
  const blocks = mails.map(({ by, text }, index) => ({
    id: `message-${index + 1}`,
    kind: "message" as const,
    text,
    label: `${by} / 2026-11-0${index + 2} 10:00`,
  }));
  const [first, ...rest] = threadMails({ blocks, me: ["森 直子"], date: "2026-11-20" });
  const id = answeredBy(request, first!, { ofMe: false, ...asked }, [first!, ...rest], []);
  return id === undefined ? undefined : Number(id.slice("message-".length));
}

const ask = (text: string): Written => ({ by: "森 直子", text });
const reply = (text: string, by = "岸 透"): Written => ({ by, text });

describe("below the quoted words of a request", () => {
  const request = "説明会の配布資料は何部必要ですか。";
  const inline = (answer: string, by?: string): number | undefined =>
    answered(request, [ask(request), reply(`森様\n\n> ${request}\n${answer}`, by)], { of: "岸様" });

  it.each([
    ["６０部です。", 2],
    ["お問い合わせありがとうございます。６０部です。", 2],
    // What is asked of the other side sets a day and puts nothing off.
    ["６０部を前日の17時までにお届けください。", 2],
    ["確認中です。追って回答します。", undefined],
    ["10日までに回答します。", undefined],
    ["在庫を確認の上、来週お送りします。", undefined],
    ["ありがとうございます。", undefined],
    ["カラーでよろしいでしょうか。", undefined],
  ])("%s", (answer, by) => {
    expect(inline(answer)).toBe(by);
  });

  it("is answered whoever answers there, and in whatever script the name is", () => {
    expect(inline("６０部です。", "Kishi Toru")).toBe(2);
    expect(inline("６０部です。", "大野 進")).toBe(2);
  });

  it("takes a day that is planned as the answer to when, and to nothing else", () => {
    const when = "翌年度の計画書はいつ頃お送りいただけますか。";
    const planned = "> 翌年度の計画書はいつ頃お送りいただけますか。\n11月末に提出する予定です。";
    expect(answered(when, [ask(when), reply(planned)])).toBe(2);
    const deed = "翌年度の計画書をお送りください。";
    expect(answered(deed, [ask(deed), reply(`> ${deed}\n11月末に提出する予定です。`)])).toBeUndefined();
  });
});

describe("what a mail says as a whole", () => {
  it("agrees to what it is asked to agree to", () => {
    const request = "審査会の委員へのご就任について、ご承諾いただけますでしょうか。";
    expect(answered(request, [ask(request), reply("ご依頼の件、喜んでお引き受けいたします。")])).toBe(2);
    expect(answered(request, [ask(request), reply("ご依頼の件、検討中です。")])).toBeUndefined();
    const deed = "略歴をお送りください。";
    expect(answered(deed, [ask(deed), reply("承知しました。")])).toBeUndefined();
  });

  it("tells a number of what is counted", () => {
    const many = "説明会には何名が参加されますか。";
    expect(answered(many, [ask(many), reply("当課からは８名です。")])).toBe(2);
    expect(answered(many, [ask(many), reply("当課からは８部です。")])).toBeUndefined();
    const request = "How many experts will attend the meeting?";
    expect(answered(request, [ask(request), reply("Two of our experts will join.")])).toBe(2);
  });

  it("is needed no more where the asker says so, and has come where the asker says thanks for it", () => {
    const request = "契約書の第８条を明日までに確認してください。";
    const later = (text: string) => answered(request, [ask(request), ask(text)]);
    expect(later("契約書の確認は法務担当で対応済みとなりましたので、作業いただかなくて結構です。")).toBe(2);
    expect(later("会場の予約は不要となりました。")).toBeUndefined();
    const wanted = "報告書のＰＤＦを送っていただけますでしょうか。";
    expect(answered(wanted, [ask(wanted), ask("報告書のＰＤＦを送っていただき、ありがとうございます。")])).toBe(2);
  });
});
