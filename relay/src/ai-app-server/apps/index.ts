import type { AiApp } from "./ai-app";
import { answerApp } from "./answer";
import { minutesApp } from "./minutes";
import { replyApp } from "./reply";
import { summarizeApp } from "./summarize";
import { translateApp } from "./translate";

const all: readonly AiApp[] = [summarizeApp, translateApp, minutesApp, replyApp, answerApp];

/** Every app this relay can offer, by its name in the address. */
export const aiApps: ReadonlyMap<string, AiApp> = new Map(all.map((app) => [app.task as string, app]));
