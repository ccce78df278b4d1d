import type { AiApp } from "./ai-app";
import { summarizeApp } from "./summarize";

/** Every app this relay can offer, by its name in the address. */
export const aiApps: ReadonlyMap<string, AiApp> = new Map([summarizeApp].map((app) => [app.task as string, app]));
