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
