import { GenaiError } from "@genai-office/shared/vocabulary";
import type { IncomingFile, WrittenMessage } from "../../../../teams-bot/src/channel/incoming";
import type { Jobs, NewJob } from "../../../../teams-bot/src/jobs/job-port";
import { acceptMinutes, asksForMinutes } from "../../../../teams-bot/src/minutes/minutes-requests";
import { conversationOf } from "../../../support/jobs/new-job";

const file = (
  name: string,
  fetch: IncomingFile["fetch"] = () => Promise.resolve(new Uint8Array([1])),
): IncomingFile => ({
  name,
  contentType: "",
  fetch,
});
const message = (text: string, ...files: IncomingFile[]): WrittenMessage => ({
  kind: "message",
  conversation: conversationOf(),
  activityId: "activity-1",
  text,
  files,
  filesWithheld: false,
});

describe("a message with a transcript", () => {
  test.each([
    ["", ["会議.vtt"], true],
    ["議事録をお願いします", ["会議.docx"], true],
    ["Minutes please", ["meeting.VTT"], true],
    ["場所：第3会議室", ["会議.txt"], true],
    ["この会議の議事録を作ってもらえますか。", ["会議.vtt"], true],
    ["添付の文字起こしから議事要旨にまとめてください", ["会議.vtt"], true],
    ["Could you write the minutes of this meeting?", ["meeting.vtt"], true],
    ["この議事録で決まったことをまとめてください", ["議事録.docx"], false],
    ["議事録には何と書いてありますか", ["議事録.docx"], false],
    ["Will it take 10 minutes?", ["plan.docx"], false],
    ["要約して", ["報告書.docx"], false],
    ["", ["写真.png"], false],
    ["議事録", [], false],
  ])("%j with %j asks for minutes: %s", (text, names, asks) => {
    expect(asksForMinutes(message(text, ...names.map((name) => file(name))))).toBe(asks);
  });

  test("becomes a job for each transcript, known by its activity, with the file in it; one that cannot be had says why", async () => {
    const accepted: { activity: { id: string }; job: NewJob }[] = [];
    const jobs: Jobs = {
      accept: (activity, job) => {
        accepted.push({ activity, job });
        return Promise.resolve({ id: "job" });
      },
      cancel: () => Promise.resolve(),
    };
    const refused = () => Promise.reject(new GenaiError("forbidden", "no address of Microsoft 365"));
    await acceptMinutes(
      jobs,
      message("場所：第3会議室", file("会議.vtt"), file("写真.png"), file("別の会議.txt", refused)),
    );
    expect(accepted.map(({ activity }) => activity.id)).toEqual(["activity-1", "activity-1#2"]);
    expect(accepted[0]!.job).toMatchObject({
      kind: "minutes",
      title: "会議",
      input: { file: "会議.vtt", place: "第3会議室", language: "ja" },
      material: new Uint8Array([1]),
    });
    expect(accepted[1]!.job).toMatchObject({ input: { file: "別の会議.txt", missing: "forbidden" } });
    expect(accepted[1]!.job.material).toBeUndefined();
  });
});
