import type { AppCard } from "@genai-office/shared/vocabulary";

/** The command word; what stands behind it names the app and asks the question. */
const command = /^\s*(?:調べる|調べて(?:ください)?|research)(?:[\s:：、。]+|(?=「)|$)/iu;

/** What follows the command; undefined for a message that is none. */
export function readResearch(message: string): string | undefined {
  const match = command.exec(message);
  return match === null ? undefined : message.slice(match[0].length).trim();
}

/** App and question of a request; `app` is undefined when no app, or more than one, is meant. */
export interface ChosenApp {
  app: AppCard | undefined;
  /** What was taken for a name, to be shown. */
  name: string;
  question: string;
}

/** Longest name that is looked for at the start of a request. */
const longestName = 100;

/**
 * Finds the app a request begins with: its number in the list, its name, or the one app whose name holds the first word. A
 * name may hold spaces, and a question need not be parted from it by one.
 */
export function chooseApp(request: string, apps: readonly AppCard[]): ChosenApp {
  const byNumber = /^([0-9０-９]{1,3})\s*番?(?:[\s:：、，,.．)）]+|$)/u.exec(request);
  if (byNumber !== null) {
    const app = apps[Number(byNumber[1]!.normalize("NFKC")) - 1];
    return { app, name: byNumber[1]!, question: request.slice(byNumber[0].length).trim() };
  }
  const named = longestNamed(request, apps);
  if (named !== undefined) return named;
  const word = /^[^\s:：、。]+/u.exec(request)?.[0] ?? "";
  const holding = apps.filter(({ name }) => plain(name).includes(plain(word)));
  const question = behind(request.slice(word.length));
  return { app: holding.length === 1 ? holding[0] : undefined, name: word.slice(0, longestName), question };
}

function longestNamed(request: string, apps: readonly AppCard[]): ChosenApp | undefined {
  const names = new Map(apps.map((app) => [plain(app.name), app]));
  for (let end = Math.min(request.length, longestName); end > 0; end--) {
    const start = request.slice(0, end).replace(/^「/, "");
    const app = names.get(plain(start));
    if (app !== undefined) return { app, name: app.name, question: behind(request.slice(end)) };
  }
  return undefined;
}

/** What parts a name from a question belongs to neither. */
function behind(rest: string): string {
  return rest.replace(/^[\s」:：、。，,]+/u, "").trim();
}

/** Width, case and spaces do not tell names apart. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}
