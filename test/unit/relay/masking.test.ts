import { maskingByRelay, morphologicalNames } from "@genai-office/relay";
import { createMasking, findPersonalData } from "@genai-office/shared/guards";
import { stepOf, testCard } from "../../support/test-step";

const words = (text: string, options = {}): string[] =>
  findPersonalData(text, options).map(({ start, end }) => text.slice(start, end));

test("the morphology tells family and given names with the offsets of the text", () => {
  const text = "昨日、　𠮷野家で  鈴木太郎と会った。";
  const tags = morphologicalNames().tag(text);
  expect(tags.map(({ start, end, part }) => [text.slice(start, end), part])).toEqual([
    ["鈴木", "family"],
    ["太郎", "given"],
  ]);
});

test("with it a family name is found that no rule knows", () => {
  const text = "昨日の打合せには、鴨下が参加した。";
  expect(words(text)).toEqual([]);
  expect(words(text, { tagger: morphologicalNames() })).toEqual(["鴨下"]);
  const masking = createMasking({ tagger: morphologicalNames() });
  const masked = masking.mask(text).text;
  expect(masked).not.toContain("鴨下");
  expect(masking.restore(masked).text).toBe(text);
});

describe("the masking of the relay", () => {
  const refusing = testCard({ refusesPersonalData: true });
  const policy = { default: "where-refused", publicRoles: [] } as const;

  test("goes on top of what a client has masked, for a model that refuses personal data or always", () => {
    const masked = { ...stepOf("summarize"), masked: true };
    expect(maskingByRelay(masked, refusing, policy)?.keepsPlaceholders).toBe(true);
    expect(maskingByRelay(masked, testCard(), policy)).toBeUndefined();
    const always = { ...policy, default: "always" as const };
    expect(maskingByRelay(masked, testCard(), always)?.keepsPlaceholders).toBe(true);
    expect(maskingByRelay(stepOf("summarize"), refusing, policy)?.keepsPlaceholders).toBe(false);
  });

  test("is not done against the wish of a person", () => {
    expect(maskingByRelay({ ...stepOf("summarize"), masked: false }, refusing, policy)).toBeUndefined();
  });
});
