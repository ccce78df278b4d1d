import { askedOf } from "../../../../shared/src/tasks/thread/asked-of";
import { threadMails } from "../../../../shared/src/tasks/thread/thread-messages";
import type { MessageHead } from "../../../../shared/src/tasks/thread/thread-request";

const asking = "11月10日までに図面を送ってください。";

function asked(me: string[], head: MessageHead, text: string, addressee?: string) {
  const mails = threadMails({
    blocks: [{ id: "m", text, kind: "message", label: "久我 駿 2026-11-02" }],
    heads: { m: { from: "久我 駿 <kuga@example.jp>", date: "2026-11-02", ...head } },
    me,
    date: "2026-11-06",
  });
  return askedOf(mails[0]!, mails, me, { place: mails[0]!.text.indexOf(asking), addressee });
}

const nagisa = ["西村 渚", "nagisa@example.jp"];
const toNagisa = { to: ["西村 渚 <nagisa@example.jp>"] };
const hiroko = ["OKADA Hiroko", "hiroko@example.jp"];
const toHiroko = { to: ["OKADA Hiroko <hiroko@example.jp>"] };

describe("whom a mail asks", () => {
  test.each([
    ["西村様", nagisa, toNagisa, true],
    ["西村係長", nagisa, toNagisa, true],
    ["菊池様", ["菊池拓也", "kikuchi@example.jp"], { to: ["菊池拓也 <kikuchi@example.jp>"] }, true],
    ["菊池様", ["菊池拓也"], {}, true],
    ["岡田様", hiroko, toHiroko, true],
    ["Dear Ms Nishimura,", nagisa, toNagisa, true],
    ["防災課　御中", nagisa, toNagisa, true],
    ["御担当者様", nagisa, toNagisa, true],
    ["三浦様", nagisa, toNagisa, false],
    ["岡田様", hiroko, { to: [...toHiroko.to, "三浦 葵 <miura@example.jp>"] }, false],
    ["三浦様", hiroko, { ...toHiroko, cc: ["三浦 葵 <miura@example.jp>"] }, false],
    ["西村様", nagisa, { ...toNagisa, cc: ["西村 渚沙 <n2@example.jp>"] }, true],
    ["西村様", nagisa, { to: ["西村 渚沙 <n2@example.jp>"], cc: toNagisa.to }, false],
    ["西村渚沙様", nagisa, { ...toNagisa, cc: ["西村 渚沙 <n2@example.jp>"] }, false],
    ["久我山様", ["久我 茜"], { to: ["久我 茜 <akane@example.jp>"] }, false],
    ["泉様", ["泉田健一", "i@example.jp"], { to: ["泉 蓮 <r@example.jp>", "泉田健一 <i@example.jp>"] }, false],
  ] as const)("%s to %j in %j: %s", (salutation, me, head, ofMe) => {
    const { to, cc } = head as { to?: readonly string[]; cc?: readonly string[] };
    const told = { ...(to === undefined ? {} : { to: [...to] }), ...(cc === undefined ? {} : { cc: [...cc] }) };
    expect(asked([...me], told, `${salutation}\n\n${asking}`).ofMe).toBe(ofMe);
  });

  test("「両名とも」 asks all whom the mail addresses, whoever the line above it names", () => {
    const head = { to: [...toNagisa.to, "三浦 葵 <miura@example.jp>"] };
    const text = "西村さん\n会場の手配をお願いします。\n三浦さん\n資料の印刷をお願いします。\n\n";
    const mails = (said: string) =>
      threadMails({ blocks: [{ id: "m", text: text + said, kind: "message" }], heads: { m: head }, me: nagisa });
    const ofMe = (said: string) => askedOf(mails(said)[0]!, mails(said), nagisa, { place: text.length }).ofMe;
    expect(ofMe("両名とも、明日の会議に必ず出席してください。")).toBe(true);
    expect(ofMe("明日の会議に必ず出席してください。")).toBe(false);
  });

  test("a sentence that names whom the salutation names, in another script", () => {
    const text = `岡田様\n\nお世話になっております。\n${asking}`;
    expect(asked(hiroko, toHiroko, text, "岡田さん").ofMe).toBe(true);
    expect(asked(hiroko, toHiroko, text, "三浦さん").ofMe).toBe(false);
  });

  test("a mail of somebody with the reader's surname is not the reader's", () => {
    const mails = threadMails({
      blocks: [{ id: "m", text: asking, kind: "message", label: "西村 駿 2026-11-02" }],
      heads: { m: { from: "西村 駿 <shun@example.jp>", ...toNagisa } },
      me: nagisa,
      date: "2026-11-06",
    });
    expect(mails[0]!.isMine).toBe(false);
  });
});
