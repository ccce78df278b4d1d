import { GenaiError } from "../../vocabulary";

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
/** Nobody takes longer to sign in. */
const longestMs = 10 * 60_000;

/**
 * Opens a page, which comes back to one of our own, in a dialog of Office and waits for its answer; `read` says which message is one. Undefined when
 * the person has closed it.
 * @throws GenaiError "host-error" when no dialog opens, "timeout"
 */
export function askInDialog<Answer>(
  url: string,
  read: (told: unknown) => Answer | undefined,
): Promise<Answer | undefined> {
  const { ui } = (window as unknown as { Office: { context: { ui: OfficeUi } } }).Office.context;
  return new Promise((resolve, reject) => {
    ui.displayDialogAsync(url, { ...size, promptBeforeOpen: true }, ({ status, value: dialog }) => {
      if (status !== "succeeded") {
        reject(new GenaiError("host-error", "Office could not open the page of the sign-in"));
        return;
      }
      const done = (): void => {
        window.removeEventListener("message", listen);
        clearTimeout(timer);
      };
      const take = (told: unknown, origin: string | undefined): void => {
        // Where it is told which origin speaks, only our own page is heard.
        if (origin !== undefined && origin !== window.location.origin) return;
        const answer = read(told);
        if (answer === undefined) return;
        done();
        dialog.close();
        resolve(answer);
      };
      // In Office on the web the dialog is a window that this page has opened: its page speaks to it directly.
      const listen = (event: MessageEvent): void => take(event.data, event.origin);
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
