import { startPlantingModel } from "../../../bench/minutes/planting-model";

const said = [
  "山田：試行は9月30日まで延長することに決定します。",
  "小林：支出計画の案は6月5日までに私が作成します。",
  "西：登録者は1,284人で、前の月から120人増えました。",
  "大野：受付の時間を延ばしてはどうでしょうか、と思います。",
];

const prompt = (lines: readonly string[], from = 0): string =>
  `<<<発言 a\n${lines.map((line, index) => `[${from + index + 1}] ${line}`).join("\n")}\n発言 a>>>\n全体で2000字以下`;

/** Asks for the minutes of two windows that share an utterance, as the task does. */
async function plant(count: number): Promise<{ planted: string[]; answers: string }> {
  const model = await startPlantingModel(count, said.length);
  try {
    const answers: string[] = [];
    for (const window of [said.slice(0, 3), said.slice(2)]) {
      const response = await fetch(`${model.url}/chat/completions`, {
        method: "POST",
        body: JSON.stringify({ messages: [{ role: "user", content: prompt(window) }] }),
      });
      const body = (await response.json()) as { choices: { message: { content: string } }[] };
      answers.push(body.choices[0]!.message.content);
    }
    return { planted: model.planted().map(({ text }) => text), answers: answers.join("\n") };
  } finally {
    await model.close();
  }
}

test.each([1, 5, 30])("exactly %i lines are planted, whatever the meeting has to lie about", async (count) => {
  const { planted, answers } = await plant(count);
  expect(planted).toHaveLength(count);
  for (const text of planted) expect(answers).toContain(text);
});
