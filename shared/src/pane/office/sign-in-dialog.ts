import { GenaiError } from "../../vocabulary";
import { askInDialog } from "../sign-in/office-dialog";

/** What the page of a sign-in answers. */
export interface SignInMessage {
  state: string;
  code: string;
}

/** Nobody takes longer; by then the state of the sign-in has run out at the relay. */
const longestMs = 10 * 60_000;
const closedLookMs = 500;

/**
 * Opens the page of a sign-in and waits for its answer; undefined when the person has closed it. In Office a dialog of
 * Office: windows are blocked in its panes (office-pitfalls D3). Elsewhere a window.
 * @throws GenaiError "host-error" when no window opens, "unauthorized" when the sign-in was refused, "timeout"
 */
export function openSignInDialog(url: string): Promise<SignInMessage | undefined> {
  const { Office: office } = window as { Office?: { context?: { ui?: { displayDialogAsync?: unknown } } } };
  const inOffice = typeof office?.context?.ui?.displayDialogAsync === "function";
  return (inOffice ? askInDialog(url, readAnswer) : askInWindow(url)).then(accepted);
}

function askInWindow(url: string): Promise<SignInMessage | "failed" | undefined> {
  const opened = window.open(url, "_blank", "popup,width=520,height=720");
  if (opened === null) return Promise.reject(new GenaiError("host-error", "the browser opened no window"));
  return new Promise((resolve, reject) => {
    const done = () => {
      window.removeEventListener("message", listen);
      clearInterval(looking);
      clearTimeout(timer);
    };
    const listen = (event: MessageEvent) => {
      if (event.origin !== window.location.origin || event.source !== opened) return;
      const answer = readAnswer(event.data);
      if (answer === undefined) return;
      done();
      opened.close();
      resolve(answer);
    };
    const looking = setInterval(() => {
      if (!opened.closed) return;
      done();
      resolve(undefined);
    }, closedLookMs);
    const timer = setTimeout(() => {
      done();
      opened.close();
      reject(new GenaiError("timeout", "the sign-in took too long"));
    }, longestMs);
    window.addEventListener("message", listen);
  });
}

function accepted(answer: SignInMessage | "failed" | undefined): SignInMessage | undefined {
  if (answer === "failed") throw new GenaiError("unauthorized", "the sign-in was refused");
  return answer;
}

/** Reads what the page of the relay tells; undefined for anything else. */
function readAnswer(told: unknown): SignInMessage | "failed" | undefined {
  let message = told;
  if (typeof told === "string") {
    try {
      message = JSON.parse(told);
    } catch {
      // Some other message of the dialog.
      return undefined;
    }
  }
  if (typeof message !== "object" || message === null) return undefined;
  const { type, state, code, failed } = message as Record<string, unknown>;
  if (type !== "genai-sign-in") return undefined;
  if (failed === true) return "failed";
  return typeof state === "string" && typeof code === "string" ? { state, code } : undefined;
}
