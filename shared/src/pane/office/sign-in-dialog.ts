import { GenaiError } from "../../vocabulary";

/** What the page of a sign-in answers. */
export interface SignInMessage {
  state: string;
  code: string;
}

/** The little of office.js that opens a dialog; the same in every host. */
interface OfficeDialog {
  addEventHandler(event: string, handler: (told: { message?: string; origin?: string }) => void): void;
  close(): void;
}

interface OfficeUi {
  displayDialogAsync(
    url: string,
    options: { height: number; width: number; promptBeforeOpen: boolean },
    opened: (result: { status: string; value: OfficeDialog }) => void,
  ): void;
}

/** Percent of the screen: Cognito's page and a ministry's own sign-in need about this much. */
const size = { height: 60, width: 40 };
/** Nobody takes longer; by then the state of the sign-in has run out at the relay. */
const longestMs = 10 * 60_000;
const closedLookMs = 500;

/**
 * Opens the page of a sign-in and waits for its answer; undefined when the person has closed it. In Office a dialog of
 * Office: windows are blocked in its panes (office-pitfalls D3). Elsewhere a window.
 * @throws GenaiError "host-error" when no window opens, "unauthorized" when the sign-in was refused, "timeout"
 */
export function openSignInDialog(url: string): Promise<SignInMessage | undefined> {
  const office = (window as { Office?: { context?: { ui?: OfficeUi; host?: unknown } } }).Office;
  const ui = office?.context?.ui;
  return typeof ui?.displayDialogAsync === "function" ? officeDialog(ui, url) : browserWindow(url);
}

function officeDialog(ui: OfficeUi, url: string): Promise<SignInMessage | undefined> {
  return new Promise((resolve, reject) => {
    ui.displayDialogAsync(url, { ...size, promptBeforeOpen: true }, ({ status, value: dialog }) => {
      if (status !== "succeeded") {
        reject(new GenaiError("host-error", "Office could not open the page of the sign-in"));
        return;
      }
      const done = () => {
        window.removeEventListener("message", listen);
        clearTimeout(timer);
      };
      const take = (told: unknown, origin: string | undefined) => {
        // Where it is told which origin speaks, only our own page is heard.
        if (origin !== undefined && origin !== window.location.origin) return;
        const answer = readAnswer(told);
        if (answer === undefined) return;
        done();
        dialog.close();
        settle(answer, resolve, reject);
      };
      // In Office on the web the dialog is a window that this page has opened: its page speaks to it directly.
      const listen = (event: MessageEvent) => take(event.data, event.origin);
      const timer = setTimeout(() => {
        done();
        dialog.close();
        reject(new GenaiError("timeout", "the sign-in took too long"));
      }, longestMs);
      window.addEventListener("message", listen);
      dialog.addEventHandler("dialogMessageReceived", ({ message, origin }) => take(message, origin));
      dialog.addEventHandler("dialogEventReceived", () => {
        done();
        resolve(undefined);
      });
    });
  });
}

function browserWindow(url: string): Promise<SignInMessage | undefined> {
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
      settle(answer, resolve, reject);
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

function settle(
  answer: SignInMessage | "failed",
  resolve: (message: SignInMessage) => void,
  reject: (error: GenaiError) => void,
): void {
  if (answer === "failed") reject(new GenaiError("unauthorized", "the sign-in was refused"));
  else resolve(answer);
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
