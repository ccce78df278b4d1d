import { CitedSources } from "../../../../relay/src/ai-app-server/answer/cited-sources";
import { escapeMarkdown } from "../../../../relay/src/ai-app-server/answer/escape-markdown";
import { statementMarkdown } from "../../../../relay/src/ai-app-server/answer/statement-markdown";
import { errorSentence } from "../../../../relay/src/ai-app-server/texts/error-sentence";
import { ja } from "../../../../relay/src/ai-app-server/texts/ja";
import { genaiErrorCodes } from "@genai-office/shared/vocabulary";
import { marked } from "marked";

/** What a reader of the markdown sees, tags left in. */
const html = (text: string): string => marked.parse(text, { async: false, gfm: true, breaks: true }).trim();
const plain = (rendered: string): string =>
  rendered
    .replace(/<\/?p>|<br>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

test.each([
  "![x](https://evil.example/q)",
  "[押す](javascript:alert(1))",
  "<img src=x onerror=alert(1)>",
  "# 見出し",
  "- 箇条書き",
  "+ 箇条書き",
  "1. 番号",
  "１. 番号",
  "12) 番号",
  "| 表 | 表 |",
  "**太字** _斜体_ ~~取消~~ `符号`",
  "&lt;b&gt; &amp;",
  "C:\\temp\\*",
  "---",
  "===",
  "```",
  "> 引用",
  "[1]: https://evil.example",
  "前年比 -3.5% 増減",
])("%s stays what it is", (text) => {
  const rendered = html(escapeMarkdown(text));
  expect(rendered).toMatch(/^<p>/);
  // A bare address is made a link by the page itself (GFM); it shows where it leads.
  const links = rendered.replace(/<a href="([^"]*)">\1<\/a>/g, "$1");
  expect(links).not.toMatch(/<(?!\/?p>|br>)/);
  expect(plain(links)).toBe(text);
});

test("marks follow their statements, numbers go by first citation, a mark before a bracket makes no link", () => {
  const cited = new CitedSources();
  const statements = [
    { text: "増えた。", sources: ["b", "a"], layout: "sentence" as const },
    { text: "(注)減った。", sources: ["a"], layout: "sentence" as const },
    { text: "終わる。", sources: ["c"], layout: "bullet" as const },
    { text: "増えた。", sources: ["c"], layout: "bullet" as const },
  ];
  const text = "増えた。(注)減った。\n・終わる。\n・増えた。";
  const markdown = statementMarkdown(text, statements, cited);
  expect(markdown).toBe("増えた。\\[1\\]\\[2\\](注)減った。\\[2\\]\n\n- 終わる。\\[3\\]\n- 増えた。\\[3\\]");
  expect(cited.ids).toEqual(["b", "a", "c"]);
  expect(html(markdown)).not.toContain("<a");
});

test("every code has a sentence that fits a form: no document that could have changed, nothing to press in a pane", () => {
  for (const code of [...genaiErrorCodes, "interrupted", "expired"] as const)
    expect(errorSentence(code)).not.toMatch(/文書は変わって|ボタン|Word|コピー|「要約」/);
  for (const text of Object.values(ja).filter((text) => !text.startsWith("{")))
    expect(text).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
});
