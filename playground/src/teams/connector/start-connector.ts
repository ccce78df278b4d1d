import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isRecord, type SentFile, type WireActivity } from "./activity";
import type { Connector, ConnectorEvent, ConnectorOptions, SayOptions } from "./connector";
import { ConversationStore, firstConversations, type RuledConversation } from "./conversation-store";
import { deliver, type Delivery } from "./delivery";
import { ExchangeLog } from "./exchange-log";
import { FaultList } from "./faults";
import { connectorBotId, people as everybody, type ConnectorPerson } from "./people";
import { fileAttachment, mentioned, messagePayload, personActivity, withheldFiles } from "./person-activities";
import { answerRequest } from "./routes";
import { isHeard } from "./rules/hearing";
import { TokenService } from "./token-service";

/** Starts a fake Teams on loopback. */
export async function startConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const { botId = connectorBotId, botName = "AIアシスト", timeScale = 1, now = Date.now, rateLimits = true } = options;
  const people = options.people ?? everybody;
  const { permissions = [] } = options;
  const bot = { id: `28:${botId}`, name: botName };
  const listeners = new Set<(event: ConnectorEvent) => void>();
  const emit = (event: ConnectorEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const store = new ConversationStore(now, rateLimits);
  for (const conversation of options.conversations ?? firstConversations(people)) store.add({ ...conversation });
  const log = new ExchangeLog(now, (exchange) => emit({ type: "exchange", exchange }));
  const faults = new FaultList();
  const tokens = options.signed === true ? new TokenService(botId) : undefined;
  const files = new Map<string, SentFile>();
  const uploads = new Map<string, { name: string; bytes: number }>();
  const stopping = new AbortController();
  let botUrl = options.botUrl;
  let count = 0;
  // Ids of Teams are times; these also never repeat.
  const newId = (): string => String(1_700_000_000_000 + ++count);

  const server = createServer((request, response) => {
    const context = { store, people, tokens, faults, log, files, uploads, botAccount: bot.id, now, newId, emit };
    answerRequest(request, response, { ...context, origin: () => url }).catch((error: unknown) =>
      response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const find = (id: string): RuledConversation => {
    const found = store.find(id);
    if (found === undefined) throw new Error(`The connector has no conversation ${id}.`);
    return found;
  };
  const standing = (conversation: string, id: string) => {
    const found = find(conversation).activities.find((entry) => entry.id === id);
    if (found === undefined) throw new Error(`No activity ${id} stands in ${conversation}.`);
    return found;
  };
  const send = (activity: WireActivity): Promise<Delivery> => {
    if (botUrl === undefined) throw new Error("The connector has no bot to send to.");
    return deliver(activity, {
      botUrl,
      log,
      authorization: tokens && (() => `Bearer ${tokens.token(url)}`),
      timeScale,
      signal: stopping.signal,
      now: () => performance.now(),
    });
  };
  const hears = (conversation: string, activity: WireActivity): boolean =>
    isHeard(activity, find(conversation), { bot: bot.id, permissions });
  const sendHeard = (conversation: string, activity: WireActivity): Promise<Delivery> =>
    hears(conversation, activity)
      ? send(activity)
      : Promise.resolve({ activity, attempts: [], status: undefined, body: undefined });
  const framed = (
    conversation: RuledConversation,
    person: ConnectorPerson,
    further: Partial<WireActivity> & { type: string },
    locale = "ja-JP",
  ): WireActivity =>
    personActivity(conversation, person, { serviceUrl: url, bot, locale, at: Date.now(), id: newId() }, further);
  const invoke: Connector["invoke"] = (conversation, person, name, value, further = {}) =>
    send(framed(find(conversation), person, { type: "invoke", name, value, ...further }));

  function compose(id: string, person: ConnectorPerson, text: string, say: SayOptions = {}): WireActivity {
    const conversation = find(id);
    const isMention = say.mention ?? conversation.kind !== "personal";
    const sentFiles = say.files ?? [];
    const attachedFiles =
      conversation.kind === "personal"
        ? sentFiles.map((file) => {
            const place = newId();
            files.set(place, file);
            return fileAttachment(file, `${url}/files/${place}`, place);
          })
        : withheldFiles(text, sentFiles.length);
    const attachments = [...attachedFiles, ...(say.cards ?? [])];
    const message: Partial<WireActivity> = isMention ? mentioned(bot, text) : { text };
    const activity = framed(
      conversation,
      person,
      {
        type: "message",
        textFormat: "plain",
        ...message,
        ...(attachments.length === 0
          ? {}
          : { attachments: attachments as unknown as WireActivity["attachments"] & object }),
        ...(say.value === undefined ? {} : { value: say.value }),
        ...(say.replyToId === undefined ? {} : { replyToId: say.replyToId }),
      },
      say.locale,
    );
    if (say.value !== undefined && text === "") delete activity.text;
    else {
      const entry = { id: activity.id!, from: person.id, at: now(), activity };
      conversation.activities.push(entry);
      emit({ type: "activity", change: "added", conversation: conversation.id, activity: entry });
    }
    return activity;
  }

  const connector: Connector = {
    url,
    service: tokens && {
      issuer: tokens.issuer,
      openIdMetadataUrl: `${url}/openid`,
      loginUrl: `${url}/login`,
      oauthScope: tokens.issuer,
      ownToken: () => Promise.resolve(tokens.botToken),
    },
    people,
    get conversations() {
      return [...store.all.values()];
    },
    faults,
    log: log.exchanges,
    files,
    token(change) {
      if (tokens === undefined) throw new Error("The connector signs nothing.");
      return tokens.token(url, change);
    },
    connect: (target) => void (botUrl = target),
    conversation: find,
    activities: (id) => find(id).activities,
    botActivities: (id) => find(id).activities.filter(({ from }) => from === bot.id),
    sent: (match) => log.sent(match),
    compose,
    hears,
    say: (id, person, text, say) => sendHeard(id, compose(id, person, text, say)),
    deliver: send,
    deliverAgain: (activity, times = 1) => Promise.all(Array.from({ length: times }, () => send(activity))),
    invoke,
    async install(id, person) {
      const conversation = find(id);
      const added = { membersAdded: [{ id: bot.id, name: bot.name }] };
      return [
        await send(framed(conversation, person, { type: "installationUpdate", action: "add" })),
        await send(framed(conversation, person, { type: "conversationUpdate", ...added })),
      ];
    },
    meetingEvent(id, person, event) {
      const { meeting } = find(id);
      if (meeting === undefined) throw new Error(`${id} is no chat of a meeting.`);
      const time = new Date().toISOString();
      const value = {
        MeetingType: "Scheduled",
        Id: meeting.id,
        Title: meeting.title,
        JoinUrl: `https://teams.microsoft.example/l/meetup-join/${meeting.id}`,
        ...(event === "start" ? { StartTime: time } : { EndTime: time }),
      };
      const name = `application/vnd.microsoft.meeting${event === "start" ? "Start" : "End"}`;
      return sendHeard(id, framed(find(id), person, { type: "event", name, value }));
    },
    type: (id, person) => send(framed(find(id), person, { type: "typing" })),
    messageAction(id, person, activityId, commandId, data) {
      const payload = messagePayload(find(id), standing(id, activityId));
      return invoke(id, person, `composeExtension/${data === undefined ? "fetchTask" : "submitAction"}`, {
        commandId,
        commandContext: "message",
        messagePayload: payload,
        context: { theme: "default" },
        ...(data === undefined ? {} : { data }),
      });
    },
    executeAction: (id, person, activityId, { verb, data }) =>
      invoke(
        id,
        person,
        "adaptiveCard/action",
        { action: { type: "Action.Execute", verb, ...(data === undefined ? {} : { data }) }, trigger: "manual" },
        { replyToId: activityId },
      ),
    giveFeedback: (id, person, activityId, reaction, text = "") =>
      invoke(
        id,
        person,
        "message/submitAction",
        { actionName: "feedback", actionValue: { reaction, feedback: JSON.stringify({ feedbackText: text }) } },
        { replyToId: activityId },
      ),
    answerFileConsent(id, person, activityId, answer) {
      const card = standing(id, activityId).activity.attachments?.find(
        ({ contentType }) => contentType === "application/vnd.microsoft.teams.card.file.consent",
      );
      if (!isRecord(card?.content)) throw new Error(`${activityId} holds no file consent card.`);
      const { sizeInBytes, acceptContext, declineContext } = card.content;
      if (answer === "decline")
        return invoke(id, person, "fileConsent/invoke", {
          type: "fileUpload",
          action: answer,
          context: declineContext,
        });
      const place = newId();
      const name = card.name ?? "";
      uploads.set(place, { name, bytes: Number(sizeInBytes) });
      const uploadInfo = {
        name,
        uploadUrl: `${url}/files/${place}`,
        contentUrl: `https://ministry.sharepoint.example/personal/Documents/${encodeURIComponent(name)}`,
        uniqueId: place,
        fileType: name.split(".").at(-1) ?? "",
      };
      return invoke(
        id,
        person,
        "fileConsent/invoke",
        { type: "fileUpload", action: answer, context: acceptContext, uploadInfo },
        { replyToId: activityId },
      );
    },
    stopStream: (id) => find(id).streams.stop(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    until: (holds) =>
      new Promise((resolve) => {
        if (holds()) return resolve();
        const look = (): void => {
          if (!holds()) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
      }),
    async stop() {
      stopping.abort();
      faults.clear();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return connector;
}
