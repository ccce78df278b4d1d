import { constitution, constitutionUrl, type Article } from "./constitution";

/** Pairs of neighbouring characters; kana alone say little in Japanese, so a pair needs a kanji. */
function pairs(text: string): Set<string> {
  const plain = text.normalize("NFKC").replace(/[\s、。，．「」（）()？?！!]/g, "");
  const found = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2);
    if (/\p{Script=Han}/u.test(pair)) found.add(pair);
  }
  return found;
}

/** The articles that share most pairs of characters with a question, best first; none where nothing is shared. */
export function findArticles(question: string, count: number): Article[] {
  const asked = pairs(question);
  return constitution
    .map((article) => {
      const own = pairs(`${article.number}${article.text}`);
      const shared = [...asked].filter((pair) => own.has(pair)).length;
      return { article, shared, score: shared / Math.sqrt(own.size) };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ article }) => article);
}

/** The answer of the example: the very words of the articles, with their source. Nothing is written by a model. */
export function articlesAnswer(articles: readonly Article[]): string {
  if (articles.length === 0) {
    return "日本国憲法のうち、この例に入れた条文には、質問と重なる言葉がありませんでした。言葉を変えて試してください。";
  }
  const found = articles.map(({ number, text }, index) => `- **${number}**　${text}[${index + 1}]`);
  const sources = articles.map(({ number }, index) => `[${index + 1}] [日本国憲法 ${number}](${constitutionUrl})`);
  return [
    "質問と言葉が重なる条文は次のとおりです。文は条文のままで、AIは使っていません。",
    "",
    ...found,
    "",
    "## 出典",
    "",
    ...sources.flatMap((source) => [source, ""]),
  ].join("\n");
}

/** The articles as a table for a spreadsheet (UTF-8 with its mark, so that Excel reads it). */
export function articlesTable(articles: readonly Article[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `\uFEFF${[["条", "条文"], ...articles.map(({ number, text }) => [number, text])]
    .map((row) => row.map(cell).join(","))
    .join("\r\n")}\r\n`;
}
