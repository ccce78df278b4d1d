import { readHtml } from "@genai-office/shared/guards/injection";
import { htmlText } from "../../../../relay/src/apps/html-text";

const compact = (text: string): string => text.replace(/\s/gu, "");

/** Pages on which a reader of tags and the standard differ. */
const pages: Record<string, string> = {
  "a comment that ends with a bang": "<p>甲</p><!-- x --!><p>機密性3情報</p><!-- -->",
  "names of references": "<p>機密性&lpar;3&rpar;&NoBreak;情報 &notin; &DoubleLongLeftArrow;</p>",
  "a value without quotes that has one": "<p><a href=x'>機密性3情報</a> it's</p>",
  "a reading among kanji": "<p><ruby>機密<rp>(<rt>きみつ<rp>)</ruby>性3情報</p>",
  "formatting that crosses": "<p><b>機密<i>性</b>3</i>情報</p>",
  "text in a table that is no cell": "<table>機密性3情報<tr><td>乙</td></tr></table>",
  "a text area": "<textarea>機密性3情報 <b></textarea>",
  "a document within a list": "<ul><li>甲<li>機密性3情報</ul>",
  "text behind the end": "<html><body>甲</body></html>機密性3情報",
  "a drawing": "<svg><text>機密性3情報</text></svg>",
};

test.each(Object.entries(pages))("the gate reads whatever the shared parser shows: %s", async (_name, page) => {
  const { lines } = await htmlText(page);
  const { visible } = readHtml(page);
  expect(visible).not.toBe("");
  // Readings stand beside their kanji here, and in brackets behind them where a page is read for a model.
  const shown = compact(visible).replace("(きみつ)", "").replace("（きみつ）", "");
  expect(compact(lines.join(""))).toContain(shown);
});

test("and what a parser drops because the markup never ends", async () => {
  const { lines, aside } = await htmlText('<p>甲</p><p title=">本文</p>\n<p>機密性3情報</p>');
  expect(lines).toEqual(["甲"]);
  expect(aside).toContain("機密性3情報");
});

test("a page beyond the limits of the parser is read by its bytes", async () => {
  const { lines } = await htmlText(`${"<b>".repeat(1_500)}<p>機密性3情報</p>`);
  expect(lines).toContain("機密性3情報");
});

test("others have their turn while a long page is read", async () => {
  const page = "<p>本日の会議の<b>結果</b>を報告する。</p>".repeat(30_000);
  let turns = 0;
  let reading = true;
  const count = (): void => {
    turns++;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  await htmlText(page);
  reading = false;
  expect(turns).toBeGreaterThan(8);
});
