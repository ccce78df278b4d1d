import { JSDOM } from "jsdom";
import { draftTextOf } from "../../../outlook-addin/src/features/reply/draft-html";

describe("a text as it goes into a mail", () => {
  it("becomes paragraphs and lines", () => {
    expect(draftTextOf("山田様\n\nお世話に\nなっております。\n\n\n以上")).toEqual({
      html: "<p>山田様</p><p>お世話に<br>なっております。</p><p>以上</p>",
      text: "山田様\n\nお世話に\nなっております。\n\n\n以上",
    });
  });

  it.each([
    '<img src=x onerror="alert(1)">',
    "<script>alert(1)</script>",
    "</p><a href='https://example.com'>押す</a>",
    "&lt;b&gt; & <b>",
    "<!-- --><style>*{display:none}</style>",
  ])("holds no tag but its own: %s", (text) => {
    const { html } = draftTextOf(`前\n${text}\n後`);
    expect(html.replace(/<\/?p>|<br>/g, "")).not.toMatch(/[<>]/);
    const body = new JSDOM(html).window.document.body;
    expect(body.querySelectorAll(":not(p):not(br)")).toHaveLength(0);
    expect(body.textContent).toBe(`前${text}後`);
  });

  it("drops what is invisible or turns the text round, and keeps Japanese indents", () => {
    expect(draftTextOf("\u200b一字\u202e下げ\u0000\u2066").html).toBe("<p>一字下げ</p>");
    expect(draftTextOf("題\n　一字下げ").html).toBe("<p>題<br>　一字下げ</p>");
    expect(draftTextOf("表\n 1   2").html).toBe("<p>表<br>&nbsp;1&nbsp;&nbsp; 2</p>");
  });

  it("is nothing for nothing", () => {
    expect(draftTextOf(" \n\u3000\n")).toEqual({ html: "", text: "" });
  });
});
