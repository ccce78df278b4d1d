import { judgeEvidence } from "@genai-office/shared/guards";

const answers = "回答した世帯は75世帯でした。対象は120世帯です。";

test.each([
  ["回答した世帯は75世帯中120世帯であった。", answers],
  ["75世帯のうち、120世帯が回答した。", answers],
  ["原委員は、排水の影響を調査済みと述べた。", "原委員　排水の影響は別途調査が必要です。"],
])("unsupported: %s", (line, source) => {
  expect(judgeEvidence(line, [{ text: source }]).verdict).toBe("unsupported");
});

test.each([
  ["対象の120世帯のうち、75世帯が回答した。", answers],
  ["原委員は、排水の影響を調査済みと述べた。", "原委員　排水の影響は調査済みです。"],
])("supported: %s", (line, source) => {
  expect(judgeEvidence(line, [{ text: source }])).toEqual({ verdict: "supported", reasons: [] });
});

test("a stretch told from its beginning to its end, where the source tells the end first", () => {
  const source = "相談の件数は、昨年度に640件となり、前年度の510件から増加した。";
  const line = "相談の件数は、前年度の510件から640件に増加した。";
  expect(judgeEvidence(line, [{ text: source }])).toEqual({ verdict: "supported", reasons: [] });
});
