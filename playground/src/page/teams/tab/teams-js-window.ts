import { isRecord } from "../wire";
import { aboutTeams } from "./about-teams";

/** How often it is looked whether the person has closed the window. Milliseconds. */
const lookMs = 500;

/**
 * Plays Teams for a window of a sign-in: opens it for the tab, and speaks with the library in it until it says how it went.
 * @param args of `authentication.authenticate`: address, width, height
 * @param origin of the tab: nobody else is heard in the window
 * @param answer success or not, and the result or why not, in the words of Teams
 */
export function openTeamsWindow(
  args: unknown,
  origin: string,
  answer: (isGood: boolean, result: string) => void,
): void {
  const [url, width, height] = Array.isArray(args) ? (args as unknown[]) : [];
  if (typeof url !== "string" || new URL(url).origin !== origin) return answer(false, "InvalidRequest");
  const opened = window.open(url, "_blank", `popup,width=${Number(width)},height=${Number(height)}`);
  if (opened === null) return answer(false, "FailedToOpenWindow");

  function done(isGood: boolean, result: unknown): void {
    window.removeEventListener("message", hear);
    clearInterval(looking);
    answer(isGood, typeof result === "string" ? result : "");
  }

  function hear(event: MessageEvent<unknown>): void {
    if (event.source !== opened || event.origin !== origin || !isRecord(event.data)) return;
    const { id, uuidAsString, func, args: told } = event.data;
    const [result] = Array.isArray(told) ? (told as unknown[]) : [];
    if (func === "initialize")
      opened!.postMessage({ id, uuidAsString, args: ["authentication", ...aboutTeams] }, origin);
    else if (func === "authentication.authenticate.success") done(true, result);
    else if (func === "authentication.authenticate.failure") done(false, result);
  }

  const looking = setInterval(() => {
    if (opened.closed) done(false, "CancelledByUser");
  }, lookMs);
  window.addEventListener("message", hear);
}
