import { thread, type ThreadSummaryResult } from "@genai-office/shared/tasks";
import { threadSource } from "../../../outlook-addin/src/features/parts/mail-source";
import { everything } from "../../../outlook-addin/src/features/parts/parts-choice";
import { headsOf } from "../../../outlook-addin/src/features/thread/thread-heads";
import type { MailReading } from "../../../outlook-addin/src/mailbox";
import { createOfflineEngine } from "../../../relay/src/upstreams/offline";
import { testCard } from "../../support/test-step";
import { resultOf } from "../tasks/scripted-steps";
import { mail } from "./memory-mailbox";

const words = { unknownSender: "差出人不明", attachments: "添付ファイル名：" };
const card = testCard({ contract: "offline", contextTokens: 1_000_000, outputTokens: 20_000, tokensPerCharacter: 1 });
const reader = { name: "山田 花子", address: "hanako.yamada@example.go.jp" };

async function summary(body: MailReading["body"], more: Partial<MailReading> = {}): Promise<ThreadSummaryResult> {
  const reading = { ...mail("A", "Re: 港の台帳", "x"), body, blocks: [], ...more };
  const source = await threadSource(reading, everything, words);
  return resultOf(
    thread(
      {
        blocks: source.blocks,
        heads: headsOf(source),
        me: [reader.name, reader.address],
        language: "ja",
        card,
        declaredClass: "none",
        confirmed: false,
        documentHash: source.hash,
        date: "2026-11-06",
      },
      createOfflineEngine(),
    ),
  );
}

const rows = ({ requests }: ThreadSummaryResult): unknown[] =>
  requests.map(({ statement, asker, ofMe, of, answeredBy }) => [
    statement.text,
    asker,
    ofMe ? "me" : of,
    answeredBy !== undefined,
  ]);

const text = [
  "山田様",
  "",
  "お世話になっております。下記のとおりインラインで回答いたします。",
  "",
  "> １　台帳は何年度分まで電子化されていますか。",
  "令和４年度分まで電子化済みです。",
  "",
  "> ２　未電子化の台帳の冊数をお知らせください。",
  "確認中です。追って御連絡します。",
  "",
  "なお、仕様書案への御意見を１１月１３日までに御回答ください。",
].join("\n");

const own = [
  ["台帳は何年度分まで電子化されていますか。", "山田 花子", "鈴木 一郎", true],
  ["未電子化の台帳の冊数をお知らせください。", "山田 花子", "鈴木 一郎", false],
  ["なお、仕様書案への御意見を１１月１３日までに御回答ください。", "鈴木 一郎", "me", false],
];

describe("questions without a head that a mail answers one by one", () => {
  test("are the reader's own where the answer is to them", async () => {
    expect(rows(await summary({ text }))).toEqual(own);
  });

  test("are so in HTML with coloured answers between quotes", async () => {
    const html = `<p>山田様</p><p>お世話になっております。ご質問への回答は<span style="color:red">赤字</span>で記します。</p>
<blockquote style="border-left:2px solid #ccc"><p>１　台帳は何年度分まで電子化されていますか。</p></blockquote><p style="color:red">令和４年度分まで電子化済みです。</p>
<blockquote style="border-left:2px solid #ccc"><p>２　未電子化の台帳の冊数をお知らせください。</p></blockquote><p style="color:red">確認中です。追って御連絡します。</p>
<p>なお、仕様書案への御意見を１１月１３日までに御回答ください。</p>`;
    expect(rows(await summary({ text: "", html } as MailReading["body"]))).toEqual(own);
  });

  test("are those of the one in To where the reader has a copy, and of nobody known among several", async () => {
    const other = { name: "港 太郎", address: "minato@example.go.jp" };
    const body = { text: text.replace("山田様", "港様") };
    expect(rows(await summary(body, { to: [other], cc: [reader] }))[0]).toEqual([
      "台帳は何年度分まで電子化されていますか。",
      "港 太郎",
      "鈴木 一郎",
      true,
    ]);
    expect(rows(await summary(body, { to: [other, reader] }))[0]).toEqual([
      "台帳は何年度分まで電子化されていますか。",
      "",
      "鈴木 一郎",
      true,
    ]);
    expect(rows(await summary({ text }, { to: [other, reader] }))[0]).toEqual(own[0]);
  });

  test("are asked of the reader where the reader answers them", async () => {
    const body = { text: text.replace("山田様", "鈴木様") };
    const result = await summary(body, { from: reader, to: [mail("B", "", "").from!] });
    expect(rows(result)[0]).toEqual(["台帳は何年度分まで電子化されていますか。", "鈴木 一郎", "me", true]);
  });
});
