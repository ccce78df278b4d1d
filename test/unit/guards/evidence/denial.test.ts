import { supports } from "@genai-office/shared/guards";

test.each([
  ["使用料は据え置く。", "使用料は変えない。", "supported"],
  ["使用料は据え置く。", "使用料を変更する。", "unsupported"],
  ["調理員が足りません。", "調理員が不足している。", "supported"],
  ["調理員が足りません。", "調理員は足りている。", "unsupported"],
  ["閉校の予定はありません。", "閉校する予定である。", "unsupported"],
  ["会議室の統合は考えておりません。", "会議室の統合を考えている。", "unsupported"],
  ["利用者は鍵を返却しなければならない。", "利用者は鍵を返却する必要がある。", "supported"],
  ["説明会が一度も開かれていません。", "説明会は一度開かれた。", "unsupported"],
  ["事業者は記録の保存に努めなければならない。", "事業者は記録を保存しなければならない。", "unsupported"],
  [
    "The office does not plan to make registration mandatory.",
    "The office plans to make registration mandatory.",
    "unsupported",
  ],
])("%s -> %s: %s", (source, line, verdict) => {
  expect(supports(line, [{ text: source }])).toBe(verdict);
});

test.each([
  ["見積額には、送料を除いた額を記入してください。", "見積額には、送料を含めた額を記入する。"],
  ["県道8号は、落石のため峠付近で通行止め。", "県道8号の峠付近における落石による通行止めは、解除された。"],
  ["届出のあった9件のうち2件は審査中である。", "届出のあった9件のうち2件は、審査が終了した。"],
])("what is left out is not included, what goes on is not over: %s", (source, line) => {
  expect(supports(line, [{ text: source }])).toBe("unsupported");
});
