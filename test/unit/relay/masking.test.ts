import { morphologicalNames } from "@genai-office/relay";
import { createMasking, findPersonalData } from "@genai-office/shared/guards";

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
