import { ConfigurationError, readConfiguration } from "@genai-office/teams-bot";

describe("how jobs are run and kept", () => {
  test("has defaults: a database of its own, a day for transcripts, a month for minutes", () => {
    const { database, jobs } = readConfiguration({});
    expect(database).toEqual({ kind: "embedded", directory: ".local/bot-data" });
    const day = 86_400_000;
    expect(jobs).toEqual({
      concurrency: { chat: 4, long: 4 },
      mostOfPerson: 5,
      retention: { materialMs: day, recordMs: 30 * day, memoryMs: 7 * day, inboxMs: day },
      tabUrl: undefined,
    });
  });

  test("is set by the environment, the database as the relay's", () => {
    const { database, jobs } = readConfiguration({
      DATABASE_URL: "postgresql://bot@127.0.0.1:5433/genai",
      DATABASE_CONNECTIONS: "12",
      BOT_JOBS_AT_ONCE: "8",
      BOT_CHAT_JOBS_AT_ONCE: "6",
      BOT_JOBS_PER_PERSON: "3",
      BOT_KEEP_MATERIAL_HOURS: "0",
      BOT_KEEP_JOBS_DAYS: "7",
      BOT_KEEP_MEMORY_DAYS: "1",
      BOT_KEEP_INBOX_HOURS: "48",
      BOT_TEAMS_APP_ID: "6F0B5F0E-1111-4222-8333-123456789ABC",
    });
    expect(database).toMatchObject({ kind: "postgresql", port: 5433, connections: 12 });
    const hour = 3_600_000;
    expect(jobs).toMatchObject({
      concurrency: { chat: 6, long: 8 },
      mostOfPerson: 3,
      retention: { materialMs: 0, recordMs: 168 * hour, memoryMs: 24 * hour, inboxMs: 48 * hour },
    });
    const link = new URL(jobs.tabUrl!.replace("{job}", "job-1"));
    expect(link.pathname).toBe("/l/entity/6f0b5f0e-1111-4222-8333-123456789abc/minutes");
    expect(JSON.parse(link.searchParams.get("context")!)).toEqual({ subEntityId: "job-1" });
  });

  test.each([
    ["BOT_JOBS_AT_ONCE", "0"],
    ["BOT_JOBS_AT_ONCE", "four"],
    ["BOT_CHAT_JOBS_AT_ONCE", "0"],
    ["BOT_KEEP_JOBS_DAYS", "400"],
    ["BOT_KEEP_INBOX_HOURS", "0"],
    ["BOT_KEEP_MATERIAL_HOURS", "-1"],
    ["BOT_KEEP_MEMORY_DAYS", "1.5"],
    ["BOT_TEAMS_APP_ID", "genai"],
    ["DATABASE_PASSWORD", "secret"],
    ["DATABASE_CONNECTIONS", "8"],
  ])("names %s=%s when it cannot be used", (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(ConfigurationError);
    expect(() => readConfiguration({ [name]: value })).toThrow(name);
    expect(() => readConfiguration({ [name]: value })).not.toThrow("secret");
  });
});
