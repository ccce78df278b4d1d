import { createHash } from "node:crypto";
import { readHtml } from "@genai-office/shared/guards/injection";
import { TurnContext, type Activity } from "botbuilder";
import { conversationOf } from "./conversation-reference";
import type { BotAdded, CardPress, FileConsent, GivenFeedback, MessageAction, WrittenMessage } from "./incoming";
import { filesOf, namesFiles } from "./incoming-files";
import type { PersonFiles } from "./person-files";
import { isRecord } from "./read-activity";
import { recordOf, wordOf } from "./wire-values";

/** What a person did, in our own words. */
export type IncomingEvent = WrittenMessage | CardPress | GivenFeedback | FileConsent | BotAdded;

export interface ReadingParts {
  files: PersonFiles;
}

/** Reads an activity that is no invoke; undefined for what the bot has nothing to do with (typing, reactions, members). */
export function readEvent(activity: Activity, parts: ReadingParts): IncomingEvent | undefined {
  const base = baseOf(activity);
  // Teams tells of an installation twice, also as new members; one of the two is enough.
  if (activity.type === "installationUpdate" && activity.action === "add") return { kind: "added", ...base };
  if (activity.type !== "message") return undefined;
  const text = writtenText(activity);
  const value: unknown = activity.value;
  // `Action.Submit` comes as a message without a text.
  if (isRecord(value) && text === "")
    return {
      kind: "card",
      ...base,
      verb: wordOf(value["verb"]),
      data: withoutTeams(value),
      cardActivity: activity.replyToId,
    };
  const files = filesOf(activity, parts.files);
  return { kind: "message", ...base, text, files, filesWithheld: files.length === 0 && namesFiles(activity) };
}

/** Reads an invoke that is answered with nothing but that it came; undefined for any other. */
export function readInvoke(activity: Activity): IncomingEvent | undefined {
  const base = baseOf(activity);
  const value: unknown = activity.value;
  if (!isRecord(value)) return undefined;
  switch (activity.name) {
    case "adaptiveCard/action": {
      const action = recordOf(value["action"]);
      const data = recordOf(action["data"]);
      return {
        kind: "card",
        ...base,
        verb: wordOf(action["verb"]),
        data: withoutTeams(data),
        cardActivity: activity.replyToId,
      };
    }
    case "message/submitAction": {
      const { reaction } = recordOf(value["actionValue"]);
      if (value["actionName"] !== "feedback" || (reaction !== "like" && reaction !== "dislike")) return undefined;
      return { kind: "feedback", ...base, helpful: reaction === "like", aboutActivity: activity.replyToId ?? "" };
    }
    case "fileConsent/invoke":
      return readFileConsent(base, value, activity.replyToId);
    default:
      return undefined;
  }
}

/** Reads the invokes of a message action; undefined for any other. */
export function readMessageAction(activity: Activity): MessageAction | undefined {
  const phases: Record<string, MessageAction["phase"]> = {
    "composeExtension/fetchTask": "fetch",
    "composeExtension/submitAction": "submit",
  };
  const phase = phases[activity.name ?? ""];
  const value: unknown = activity.value;
  if (phase === undefined || !isRecord(value) || typeof value["commandId"] !== "string") return undefined;
  const payload = recordOf(value["messagePayload"]);
  const body = recordOf(payload["body"]);
  const from = recordOf(payload["from"]);
  const author = recordOf(from["user"])["displayName"] ?? recordOf(from["application"])["displayName"];
  const content = wordOf(body["content"]);
  return {
    kind: "message-action",
    ...baseOf(activity),
    command: value["commandId"],
    phase,
    message: { text: actionText(activity, content, body["contentType"] === "text"), author: wordOf(author) },
    data: withoutTeams(recordOf(value["data"])),
  };
}

function readFileConsent(
  base: ReturnType<typeof baseOf>,
  value: Record<string, unknown>,
  offerActivity: string | undefined,
): FileConsent | undefined {
  const { action } = value;
  if (action !== "accept" && action !== "decline") return undefined;
  const consent = { kind: "file-consent" as const, ...base, context: recordOf(value["context"]), offerActivity };
  if (action === "decline") return { ...consent, accepted: false };
  const upload = recordOf(value["uploadInfo"]);
  return {
    ...consent,
    accepted: true,
    place: {
      name: wordOf(upload["name"]),
      address: wordOf(upload["uploadUrl"]),
      contentUrl: wordOf(upload["contentUrl"]),
      uniqueId: wordOf(upload["uniqueId"]),
      fileType: wordOf(upload["fileType"]),
    },
  };
}

function baseOf(activity: Activity) {
  return { conversation: conversationOf(activity), activityId: activity.id ?? contentId(activity) };
}

/** Invokes may have no id; one that is delivered again has the same content and the same time. */
function contentId({ name, value, from, conversation, replyToId, timestamp }: Activity): string {
  const content = JSON.stringify([name, value, from?.id, conversation.id, replyToId, timestamp]);
  return `content:${createHash("sha256").update(content).digest("hex").slice(0, 32)}`;
}

/** Text without the mention of the bot. Other people's mentions stay as their names. */
function writtenText(activity: Activity): string {
  const text = TurnContext.removeRecipientMention({ ...activity }) ?? activity.text ?? "";
  const isMarkup = activity.textFormat === "xml";
  return isMarkup ? shownText(text) : text.replace(/<at\b[^>]*>([^<]*)<\/at>/gi, "$1").trim();
}

/** The message that an action was called on, without the mention of the bot: its name is nobody's text. */
function actionText({ recipient }: Activity, content: string, isPlain: boolean): string {
  const text = content.replace(/<at\b[^<>]*>([^<]*)<\/at>(?:\s|&nbsp;)*/gi, (mention, name: string) =>
    name.trim() === recipient?.name ? "" : mention,
  );
  return isPlain ? text.trim() : shownText(text);
}

/** What HTML shows to who reads it: nothing that is hidden in it may reach a model. */
function shownText(html: string): string {
  return readHtml(html).visible.trim();
}

/** Data of a card without what Teams itself put into it. */
function withoutTeams(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== "msteams"));
}
