import { askInTeams } from "../../../../teams-bot/tab/sign-in/ask-in-teams";

const origin = "https://genai.example.go.jp";
const read = (told: unknown) => (told === "token" ? { token: told } : undefined);

/** teams-js, whose Teams answers so. */
function teamsJs(answer: () => Promise<string>) {
  const asked: unknown[] = [];
  const authenticate = (parameters: unknown) => {
    asked.push(parameters);
    return answer();
  };
  return { asked, window: askInTeams({ authenticate } as never, origin) };
}

test("Teams opens the page of the relay, and what the page told is the answer", async () => {
  const { asked, window } = teamsJs(() => Promise.resolve("token"));
  expect(await window(read)).toEqual({ token: "token" });
  expect(asked).toEqual([{ url: `${origin}/sign-in/teams.html`, width: 520, height: 640 }]);
});

test("who closed the window has said no", async () => {
  expect(await teamsJs(() => Promise.reject(new Error("CancelledByUser"))).window(read)).toBeUndefined();
});

test.each(["FailedToOpenWindow", "anything with a secret in it"])(
  "%s is a fault of the host, and its words go nowhere",
  async (words) => {
    const failure = teamsJs(() => Promise.reject(new Error(words))).window(read);
    await expect(failure).rejects.toMatchObject({ code: "host-error" });
    const error = (await failure.catch((thrown: unknown) => thrown)) as Error;
    expect(`${error.stack}${String(error.cause)}`).not.toContain("secret");
  },
);

test("what is no answer of our page is none", async () => {
  await expect(teamsJs(() => Promise.resolve("else")).window(read)).rejects.toMatchObject({
    code: "malformed-response",
  });
});
