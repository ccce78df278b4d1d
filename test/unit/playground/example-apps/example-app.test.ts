import { parseCitedAnswer } from "@genai-office/shared/tasks/research";
import { startExampleApp, type ExampleAppServer } from "../../../../playground/src/example-apps/example-app-server";
import { articlesAnswer, articlesTable, findArticles } from "../../../../playground/src/example-apps/find-articles";

describe("the articles", () => {
  it("are found by the words they share with a question, best first", () => {
    expect(findArticles("予備費の支出に国会の承諾は要るか", 3)[0]!.number).toBe("第八十七条");
    expect(findArticles("決算を検査するのは誰か", 1)[0]!.number).toBe("第九十条");
    expect(findArticles("条例を制定できるか", 5).length).toBeLessThanOrEqual(5);
  });

  it("are none for a question without shared words, and none is made up", () => {
    expect(findArticles("こんにちは", 3)).toEqual([]);
    expect(articlesAnswer([])).toContain("ありませんでした");
  });

  it("stand in the answer in their own words, each with its source", () => {
    const articles = findArticles("表現の自由と検閲", 2);
    const { text, citations } = parseCitedAnswer(articlesAnswer(articles));
    for (const article of articles) expect(text).toContain(article.text);
    expect(citations.map(({ number }) => number)).toEqual(articles.map((_, index) => index + 1));
    expect(citations[0]!.url).toMatch(/^https:\/\/laws\.e-gov\.go\.jp\//);
  });

  it("stand in a table that a spreadsheet reads", () => {
    expect(articlesTable([{ number: "第一条", text: '「"引用"」' }])).toBe(
      '\uFEFF"条","条文"\r\n"第一条","「""引用""」"\r\n',
    );
  });
});

describe("the example app", () => {
  let app: ExampleAppServer;
  beforeEach(async () => (app = await startExampleApp(0)));
  afterEach(() => app.stop());

  const post = (url: string, inputs: unknown) =>
    fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ inputs }) });

  it("answers at once", async () => {
    const response = await post(app.invokeUrl, { question: "納税の義務", count: 1 });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { outputs: string }).outputs).toContain("第三十条");
  });

  it("accepts, works, and answers later with a file", async () => {
    const busy = await startExampleApp(600_000);
    const look = async ({ requestsUrl }: ExampleAppServer): Promise<unknown> => {
      const accepted = await post(requestsUrl, { question: "納税の義務", count: 1 });
      expect(accepted.status).toBe(202);
      const { status_url: path } = (await accepted.json()) as { status_url: string };
      return (await fetch(new URL(path, requestsUrl))).json();
    };
    expect(await look(busy)).toMatchObject({ status: "IN_PROGRESS" });
    await busy.stop();
    expect(await look(app)).toMatchObject({ status: "COMPLETED", artifacts: [{ display_name: "条文の一覧.csv" }] });
  });

  it("refuses what has no question, and knows no other invocation", async () => {
    expect((await post(app.invokeUrl, { question: " " })).status).toBe(400);
    expect((await post(app.requestsUrl, undefined)).status).toBe(400);
    expect((await fetch(new URL("/status/other", app.requestsUrl))).status).toBe(404);
  });
});
