import { judgeEvidence } from "@genai-office/shared/guards";

const verdictOf = (line: string, text: string): string => judgeEvidence(line, [{ text }]).verdict;

test.each([
  ["外科は完了している。", "内科は完了し、外科は手続中です。"],
  ["北支所は継続し、南支所は終了する。", "北支所では今週で終了し、南支所では継続しています。"],
  ["研修は5月8日に西部、5月9日に東部で行う。", "研修は5月8日に東部、5月9日に西部を対象に行います。"],
  ["午後の部は小学生が対象である。", "午前の部は小学生、午後の部は中学生が対象です。"],
  ["転入者は380人である。", "転出者は380人、転入者は420人でした。"],
])("halves of a source exchanged: %s", (line, text) => {
  expect(verdictOf(line, text)).toBe("unsupported");
});

test.each([
  ["内科は完了しており、外科は手続中である。", "内科は完了し、外科は手続中です。"],
  ["研修は5月8日に東部、5月9日に西部で行う。", "研修は5月8日に東部、5月9日に西部を対象に行います。"],
  ["転出者は380人、転入者は420人だった。", "転出者は380人、転入者は420人でした。"],
  ["毛布が2,000枚不足している。", "毛布は現在8,000枚で、2,000枚不足しています。"],
])("halves told as they are: %s", (line, text) => {
  expect(verdictOf(line, text)).toBe("supported");
});
