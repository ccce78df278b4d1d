import { createTranslator } from "@genai-office/shared/i18n";
import { countText } from "@genai-office/shared/language";
import { fallbackLine, languagesNeeded, modelChoices, switchText } from "@genai-office/shared/pane/models";
import { modelCard } from "./render-pane";

const t = createTranslator("ja");
/** 正午 in Japan. */
const now = new Date("2026-11-21T03:00:00Z");

const choice = (card = modelCard(), others = [card], more = {}) =>
  modelChoices(t, others, { found: undefined, now, ...more }).find((one) => one.card.id === card.id)!;

describe("why a model cannot be used", () => {
  it("names hours and when it opens", () => {
    const card = modelCard({ id: "night", hours: { from: "20:00", to: "23:00" } });
    expect(choice(card).disabledReason).toBe("いまは時間外です（20:00から使えます）");
    const morning = modelCard({ id: "morning", hours: { from: "07:00", to: "09:00" } });
    expect(choice(morning).disabledReason).toBe("いまは時間外です（11月22日 7:00から使えます）");
  });

  it("lets a closed model be chosen when another one answers meanwhile, and says who", () => {
    const card = modelCard({ id: "night", hours: { from: "20:00", to: "23:00" }, fallbacks: ["model-a"] });
    const shown = choice(card, [card, modelCard()]);
    expect(shown.disabledReason).toBeUndefined();
    expect(shown.answersItself).toBe(false);
    expect(shown.note).toBe("いまは時間外です（20:00から使えます）。その間は「国産モデルA」が答えます");
  });

  it("names clearance, task and the end of service", () => {
    expect(choice(modelCard({ clearance: "1" }), undefined, { found: "2" }).disabledReason).toBe(
      "この文書の機密性では使えません",
    );
    expect(choice(modelCard({ tasks: ["translate"] })).disabledReason).toBe("要約には使えません");
    expect(choice(modelCard({ retires: "2026-03-31" })).disabledReason).toBe("提供が終わりました（2026年3月31日）");
  });

  it("names a language it does not know, and lets nobody stand in who does not know it either", () => {
    const english = modelCard({ id: "en", languages: ["en"] });
    expect(choice(english, undefined, { languages: ["ja"] }).disabledReason).toBe("この言語では使えません");
    expect(choice(modelCard(), undefined, { languages: ["en", "ja"] }).disabledReason).toBe("この言語では使えません");
    expect(choice(modelCard(), undefined, { languages: ["ja"] }).disabledReason).toBeUndefined();
    const night = modelCard({ id: "night", hours: { from: "20:00", to: "23:00" }, fallbacks: ["en"] });
    expect(choice(night, [night, english], { languages: ["ja"] }).disabledReason).toContain("いまは時間外です");
  });

  it("leaves out what only runs AI apps", () => {
    const apps = modelCard({ id: "apps", tasks: ["research"] });
    expect(modelChoices(t, [modelCard(), apps], { found: undefined, now }).map(({ card }) => card.id)).toEqual([
      "model-a",
    ]);
  });
});

describe("what has to be known before", () => {
  it("names the end of service ahead, also of a stand-in", () => {
    expect(choice(modelCard({ retires: "2026-12-31" })).note).toBe("2026年12月31日に提供が終わります（あと40日）");
    const standIn = modelCard({ id: "b", name: { ja: "代役", en: "b" }, retires: "2026-12-01" });
    const card = modelCard({ fallbacks: ["b"] });
    expect(choice(card, [card, standIn]).note).toBe(
      "切り替え先の「代役」は2026年12月1日に提供が終わります（あと10日）",
    );
  });

  it("names the parts of a long text", () => {
    const size = countText("あ".repeat(30_000));
    expect(choice(modelCard(), undefined, { size }).note).toMatch(/^文章が長いため、\d+回に分けて処理します$/);
    expect(choice(modelCard(), undefined, { size: countText("短い") }).note).toBeUndefined();
  });
});

it("needs the language of the result, and that of a source with words", () => {
  expect(languagesNeeded("ja", undefined)).toEqual(["ja"]);
  expect(languagesNeeded("ja", "1,234\n56")).toEqual(["ja"]);
  expect(languagesNeeded("ja", "The results are due.")).toEqual(["en", "ja"]);
  expect(languagesNeeded("en", "結果を報告する。")).toEqual(["ja", "en"]);
});

it("names the chain of those who stand in", () => {
  const b = modelCard({ id: "b", name: { ja: "乙", en: "b" } });
  expect(fallbackLine(t, [])).toBeUndefined();
  expect(fallbackLine(t, [modelCard()])).toBe("応答できないときは、「国産モデルA」に切り替えます。");
  expect(fallbackLine(t, [modelCard(), b])).toBe("応答できないときは、「国産モデルA」 → 「乙」 の順に切り替えます。");
});

it("says who answered instead, and why", () => {
  const models = [modelCard({ id: "plamo", name: { ja: "PLaMo翻訳", en: "p" } }), modelCard()];
  const change = { from: "plamo", to: "model-a", reason: "closed" } as const;
  expect(switchText(t, change, models, true)).toBe("「PLaMo翻訳」は時間外のため、「国産モデルA」が答えました。");
  expect(switchText(t, { ...change, reason: "rate-limited" }, models, false)).toBe(
    "「PLaMo翻訳」の利用が集中しているため、「国産モデルA」に切り替えました。",
  );
  expect(switchText(t, { ...change, reason: "too-small" }, models, true)).toContain("長すぎるため");
});
