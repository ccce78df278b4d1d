import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JobDetails, JobsClient, JobView } from "@genai-office/shared/relay-client";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { App } from "../../../../teams-bot/tab/App";
import type { TabServices } from "../../../../teams-bot/tab/tab-services";
import { fileOfRecord } from "../../../../teams-bot/src/minutes/record-file";
import type { TeamsConnection } from "../../../../teams-bot/tab/teams/connect-teams";
import { decided, sampleRecord } from "./sample-record";

const job = (change: Partial<JobView> = {}): JobView => ({
  id: "j1",
  kind: "minutes",
  state: "finished",
  title: "情報化推進会議",
  steps: { done: 9, planned: 9 },
  createdAt: "2026-11-02T00:30:00Z",
  ...change,
});

const teams: TeamsConnection = {
  language: "ja-jp",
  theme: "light",
  onTheme: () => undefined,
  person: { objectId: "person", tenantId: "tenant" },
  linked: undefined,
  signInSurroundings: { isNested: () => false, window: () => undefined, account: () => Promise.resolve(undefined) },
};

/** A relay with a list that the test changes. */
class Jobs implements JobsClient {
  jobs: JobView[] = [job()];
  asked = 0;
  ended: string[] = [];
  failure: GenaiError | undefined;
  detailsOf: (id: string) => JobDetails = () => ({ job: job(), record: sampleRecord });

  private answer<Value>(value: () => Value): Promise<Value> {
    return this.failure === undefined ? Promise.resolve().then(value) : Promise.reject(this.failure);
  }
  list() {
    this.asked += 1;
    return this.answer(() => this.jobs);
  }
  details(id: string) {
    return this.answer(() => this.detailsOf(id));
  }
  cancel(id: string) {
    return this.answer(() => void this.ended.push(id));
  }
  remove(id: string) {
    return this.answer(() => void (this.jobs = this.jobs.filter((one) => one.id !== id)));
  }
}

function show(jobs: Jobs, more: Partial<TabServices> = {}): void {
  const services: TabServices = {
    connect: () => Promise.resolve(teams),
    jobs: () => Promise.resolve(jobs),
    signIn: () => Promise.resolve(true),
    ...more,
  };
  render(<App services={services} pageLanguage="ja" />);
}

const user = userEvent.setup();
const part = (name: string) => document.querySelector(`[data-part="${name}"]`);

test("minutes are opened from the list, and a line shows what it rests on, with who said it and when", async () => {
  show(new Jobs());
  await user.click(await screen.findByRole("button", { name: "情報化推進会議" }));
  expect(await screen.findByRole("heading", { name: "情報化推進会議" })).toBeTruthy();
  expect(part("mark")!.textContent).toBe("機密性２");
  expect(part("label")!.textContent).toBe("生成AIによる下書き（オフライン簡易エンジン）");
  expect(document.body.textContent).toContain("令和8年11月2日");
  expect(document.body.textContent).toContain("佐藤課長、髙﨑委員、山田委員");
  expect(document.body.textContent).toContain("（担当：山田委員、期限：未定）");
  expect(part("unconfirmed")!.textContent).toBe("未確認");
  expect(within(part("struck") as HTMLElement).getByText(/予算は倍にする。/)).toBeTruthy();

  await user.click(screen.getByText(decided.text));
  const evidence = part("evidence") as HTMLElement;
  const cited = [...evidence.querySelectorAll('[data-part="utterance"]')].map(({ textContent }) => textContent);
  expect(cited).toEqual([
    "佐藤課長 00:02:00試行は4月に始めることでよろしいですか。",
    "髙﨑委員 00:05:00異議ありません。令和8年4月に始めましょう。",
  ]);
  await user.click(screen.getByRole("button", { name: "一覧に戻る" }));
  expect(await screen.findByRole("heading", { name: "議事録" })).toBeTruthy();
});

test("the minutes are saved as the same Word file that the bot makes of them", async () => {
  const saved: { name: string; blob: Blob }[] = [];
  const made: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`,
    revokeObjectURL: () => undefined,
  });
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: made.at(-1)! });
  });
  show(new Jobs());
  await user.click(await screen.findByRole("button", { name: "情報化推進会議" }));
  await user.click(await screen.findByRole("button", { name: "Wordで保存" }));
  await screen.findByText("Wordファイルを保存しました。");
  clicked.mockRestore();
  expect(saved.map(({ name }) => name)).toEqual(["議事録（案）_情報化推進会議.docx"]);
  const { bytes } = await fileOfRecord({ problems: 0, ...sampleRecord });
  const read = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(saved[0]!.blob);
  });
  expect(Buffer.from(read).equals(Buffer.from(bytes))).toBe(true);
});

test("a Word file that cannot be made is said, with what to do instead", async () => {
  Object.assign(URL, {
    createObjectURL: () => {
      throw new Error("no blobs here");
    },
  });
  show(new Jobs());
  await user.click(await screen.findByRole("button", { name: "情報化推進会議" }));
  await user.click(await screen.findByRole("button", { name: "Wordで保存" }));
  expect((await screen.findByRole("alert")).textContent).toContain("議事録をコピー");
});

test("lines are reached by the keyboard: one stop for Tab, arrows between them, Enter opens the evidence", async () => {
  show(new Jobs());
  await user.click(await screen.findByRole("button", { name: "情報化推進会議" }));
  await screen.findByText(decided.text);
  const lines = [...document.querySelectorAll<HTMLElement>('[data-part="statement"]')];
  expect(lines.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  lines[0]!.focus();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(document.activeElement).toBe(lines[1]);
  expect(part("utterance")!.textContent).toContain("試行は4月");
});

test("a job that is being written is asked for again, can be ended, and says so", async () => {
  jest.useFakeTimers({ advanceTimers: true });
  const jobs = new Jobs();
  jobs.jobs = [job({ state: "running", steps: { done: 3, planned: 9 } })];
  show(jobs);
  expect((await screen.findAllByText("作成しています（3/9）")).length).toBeGreaterThan(0);
  const fast = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  await fast.click(screen.getByRole("button", { name: "中止" }));
  expect(jobs.ended).toEqual(["j1"]);
  expect(await screen.findByText("中止を頼みました")).toBeTruthy();
  jobs.jobs = [job({ state: "cancelled" })];
  await act(() => jest.advanceTimersByTimeAsync(4_100));
  expect(await screen.findByText("中止しました")).toBeTruthy();
  const { asked } = jobs;
  await act(() => jest.advanceTimersByTimeAsync(20_000));
  // Nothing is being written any more: nobody asks.
  expect(jobs.asked).toBe(asked);
  jest.useRealTimers();
});

test("deleting asks first, and takes the job off the list", async () => {
  const jobs = new Jobs();
  show(jobs);
  await user.click(await screen.findByRole("button", { name: "「情報化推進会議」を削除" }));
  await user.click(screen.getByRole("button", { name: "やめる" }));
  expect(jobs.jobs).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "「情報化推進会議」を削除" }));
  expect(document.body.textContent).toContain("元に戻せません");
  await user.click(screen.getByRole("button", { name: "削除する" }));
  expect(await screen.findByText("まだ議事録はありません")).toBeTruthy();
});

test("why minutes could not be written is said by its code, also one that this page does not know", async () => {
  const jobs = new Jobs();
  jobs.jobs = [
    job({ state: "failed", errorCode: "confidentiality-blocked" }),
    job({ id: "j2", state: "failed", errorCode: "new-code" }),
  ];
  show(jobs);
  expect(await screen.findAllByText("作れませんでした")).toHaveLength(2);
  expect(document.body.textContent).not.toContain("new-code");
  expect(screen.queryByRole("button", { name: "情報化推進会議" })).toBeNull();
});

test("who has to sign in is asked to, and sees the list then", async () => {
  const jobs = new Jobs();
  jobs.failure = new GenaiError("sign-in-required", "nobody");
  show(jobs, {
    signIn: () => {
      jobs.failure = undefined;
      return Promise.resolve(true);
    },
  });
  await user.click(await screen.findByRole("button", { name: "サインイン" }));
  expect(await screen.findByRole("button", { name: "情報化推進会議" })).toBeTruthy();
});

test("a link leads to its minutes; those that are not there say why that may be", async () => {
  const jobs = new Jobs();
  jobs.detailsOf = () => {
    throw new GenaiError("not-found", "not there");
  };
  show(jobs, { connect: () => Promise.resolve({ ...teams, linked: "j9" }) });
  expect((await screen.findByRole("alert")).textContent).toContain("この議事録はありません");
});

test("who comes by a link and has to sign in is asked to there", async () => {
  const jobs = new Jobs();
  jobs.failure = new GenaiError("sign-in-required", "nobody");
  show(jobs, {
    connect: () => Promise.resolve({ ...teams, linked: "j1" }),
    signIn: () => {
      jobs.failure = undefined;
      return Promise.resolve(true);
    },
  });
  await user.click(await screen.findByRole("button", { name: "サインイン" }));
  expect(await screen.findByRole("heading", { name: "情報化推進会議" })).toBeTruthy();
});

test("outside of Teams the page says where it belongs", async () => {
  show(new Jobs(), { connect: () => Promise.reject(new GenaiError("host-unsupported", "no Teams")) });
  expect((await screen.findByRole("alert")).textContent).toContain("Teams の中で開いてください");
});

test("a list that does not come keeps what was there, and can be asked for again", async () => {
  const jobs = new Jobs();
  show(jobs);
  await screen.findByRole("button", { name: "情報化推進会議" });
  jobs.failure = new GenaiError("unavailable", "away", { retryable: true });
  await user.click(screen.getByRole("button", { name: "更新" }));
  await screen.findByRole("alert");
  expect(screen.getByRole("button", { name: "情報化推進会議" })).toBeTruthy();
  jobs.failure = undefined;
  await user.click(within(screen.getByRole("alert")).getAllByRole("button")[0]!);
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});
