import { Hono, type Context } from "hono";
import { streamSSE } from "hono/streaming";
import { chatView } from "./chat-view";
import type { ConnectorPerson, Delivery, SentFile, WireAttachment } from "./connector";
import type { RunningTeams, TeamsPlace } from "./teams-place";

/** Files of one message together. Bytes. */
const largestFiles = 40_000_000;
/** Exchanges that the log begins with. */
const mostLogged = 300;

/**
 * What the Teams page speaks to, below /teams/api: GET `state`, `events` (server-sent), `log`, `files/{id}`; POST `messages`
 * (form), `cards`, `submit`, `execute`, `message-action`, `feedback`, `file-consent`, `stop`, `fault`. What the bot answered
 * comes as `{ status, body }`; a status of null says that it did not answer.
 */
export function teamsRoutes(place: TeamsPlace, displayName: () => string): Hono {
  const routes = new Hono();

  // Another site's page may not speak here in the person's name.
  routes.use(async (context, next) => {
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site");
    const isOwn = (origin === undefined || origin === new URL(context.req.url).origin) && site !== "cross-site";
    if (!isOwn) return context.text("Forbidden\n", 403);
    await next();
    context.header("Cache-Control", "no-store");
  });
  routes.onError((error, context) => {
    if (error instanceof BadRequest) return context.json({ error: "bad-request" }, 400);
    return context.json({ error: "unavailable", name: error.name }, 503);
  });

  routes.get("/state", async (context) => context.json(await chatView(await place.open(), displayName())));

  routes.get("/events", async (context) => {
    const teams = await place.open();
    return streamSSE(context, async (stream) => {
      // Written as it is now: an activity that stands in a conversation changes while it is streamed.
      const write = (event: object) => void stream.writeSSE({ data: JSON.stringify(event) });
      const ends = follow(teams, write);
      write({ type: "ready" });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      ends();
    });
  });

  routes.get("/log", async (context) => {
    const { connector } = await place.open();
    return context.json({ exchanges: connector.log.slice(-mostLogged) });
  });

  routes.get("/files/:id", async (context) => {
    const { connector } = await place.open();
    const file = connector.files.get(context.req.param("id"));
    if (file === undefined) return context.text("Not found\n", 404);
    return context.body(new Uint8Array(file.bytes), 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "sandbox",
    });
  });

  routes.post("/messages", async (context) => {
    const teams = await place.open();
    const length = Number(context.req.header("content-length") ?? Number.NaN);
    if (!(length <= largestFiles)) throw new BadRequest();
    const form = await context.req.parseBody({ all: true });
    const words = Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value === "string"));
    const [conversation, person] = speaker(teams, words);
    const { text = "", mention } = words as Record<string, string | undefined>;
    const files = await Promise.all(
      [form["files"] ?? []]
        .flat()
        .filter((one) => one instanceof File)
        .map(readFile),
    );
    const isMentioned = mention === "true";
    const { connector, faults } = teams;
    const activity = connector.compose(conversation, person, text, { mention: isMentioned, files });
    if (!connector.hears(conversation, activity)) return context.json({ status: 200, heard: false });
    const [first] = await connector.deliverAgain(activity, faults.takeResend() ? 2 : 1);
    return context.json({ ...outcome(first!), heard: true });
  });

  routes.post("/cards", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation, person] = speaker(teams, body);
    const { card, mention } = body;
    if (!isRecord(card)) throw new BadRequest();
    const { connector } = teams;
    const cards: WireAttachment[] = [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }];
    // As from the box that one writes in: the person posts it, for the people there; the bot is not asked anything by it.
    connector.compose(conversation, person, word(body, "text"), { mention: mention === true, cards });
    return context.json({ status: 200 });
  });

  routes.post("/submit", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation, person] = speaker(teams, body);
    const replyToId = word(body, "activity");
    return context.json(
      outcome(await teams.connector.say(conversation, person, "", { value: body["data"], replyToId, mention: false })),
    );
  });

  routes.post("/execute", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation, person] = speaker(teams, body);
    const action = { verb: word(body, "verb"), data: body["data"] };
    return context.json(
      outcome(await teams.connector.executeAction(conversation, person, word(body, "activity"), action)),
    );
  });

  routes.post("/message-action", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation, person] = speaker(teams, body);
    const { data } = body;
    return context.json(
      outcome(
        await teams.connector.messageAction(
          conversation,
          person,
          word(body, "activity"),
          word(body, "command"),
          isRecord(data) ? data : undefined,
        ),
      ),
    );
  });

  routes.post("/feedback", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation, person] = speaker(teams, body);
    const activity = word(body, "activity");
    const reaction = word(body, "reaction");
    if (reaction !== "like" && reaction !== "dislike") throw new BadRequest();
    const given = await teams.connector.giveFeedback(conversation, person, activity, reaction, word(body, "text"));
    if (given.status === 200) teams.answered.set(activity, reaction);
    return context.json(outcome(given));
  });

  routes.post("/file-consent", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation, person] = speaker(teams, body);
    const activity = word(body, "activity");
    const answer = word(body, "answer");
    if (answer !== "accept" && answer !== "decline") throw new BadRequest();
    const given = await teams.connector.answerFileConsent(conversation, person, activity, answer);
    if (given.status === 200) teams.answered.set(activity, answer);
    return context.json(outcome(given));
  });

  routes.post("/stop", async (context) => {
    const { teams, body } = await asked(context, place);
    const [conversation] = speaker(teams, body);
    return context.json({ status: 200, stopped: teams.connector.stopStream(conversation).length });
  });

  routes.post("/fault", async (context) => {
    const { teams, body } = await asked(context, place);
    if (!teams.faults.toggle(word(body, "id"))) throw new BadRequest();
    return context.json({ armed: teams.faults.ids });
  });

  return routes;
}

/** The request is not one of the page's. */
class BadRequest extends Error {}

async function asked(
  context: Context,
  place: TeamsPlace,
): Promise<{ teams: RunningTeams; body: Record<string, unknown> }> {
  const body: unknown = await context.req.json().catch(() => undefined);
  if (!isRecord(body)) throw new BadRequest();
  return { teams: await place.open(), body };
}

/** Where it is said, and by whom: one of the people there. */
function speaker({ connector }: RunningTeams, body: Record<string, unknown>): [string, ConnectorPerson] {
  const chat = connector.conversations.find(({ id }) => id === body["conversation"]);
  const person = chat?.members.find(({ id }) => id === body["person"]);
  if (chat === undefined || person === undefined) throw new BadRequest();
  return [chat.id, person];
}

function word(body: Record<string, unknown>, name: string): string {
  const value = body[name] ?? "";
  if (typeof value !== "string") throw new BadRequest();
  return value;
}

async function readFile(file: File): Promise<SentFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function outcome({ status, body }: Delivery): { status: number | null; body?: unknown } {
  return { status: status ?? null, ...(body === undefined ? {} : { body }) };
}

/** Tells of every change until it is ended. */
function follow({ connector, faults }: RunningTeams, write: (event: object) => void): () => void {
  const endsArmed = faults.onChange(() => write({ type: "armed", armed: faults.ids }));
  const endsEvents = connector.subscribe(write);
  return () => {
    endsArmed();
    endsEvents();
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
