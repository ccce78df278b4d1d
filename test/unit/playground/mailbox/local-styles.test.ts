import { localStyles } from "../../../../playground/src/page/mailbox/reading/local-styles";

test.each([
  ["url(https://evil.example/a.png)", "none"],
  ["URL( '//evil.example/a.png' )", "none"],
  ['url("https://evil.example/a).png")', "none"],
  ["url(a.png)", "none"],
  ['image-set("https://evil.example/a.png" 1x)', "none"],
  ['-webkit-image-set(url("https://evil.example/a.png") 1x)', "-webkit-none"],
])("what would be fetched goes: %s", (value, left) => {
  expect(localStyles(`background: ${value}; color: red`)).toBe(`background: ${left}; color: red`);
});

test("imports go, data and everything else stays", () => {
  expect(localStyles('@import "https://evil.example/a.css"; p { color: red }')).toBe(" p { color: red }");
  expect(localStyles("@import url(https://evil.example/a.css)")).toBe("");
  const own = 'p { background: url("data:image/png;base64,AAAA") #fff; font-family: "ＭＳ 明朝" }';
  expect(localStyles(own)).toBe(own);
});
