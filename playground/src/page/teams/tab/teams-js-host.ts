import { isRecord } from "../wire";
import { aboutTeams } from "./about-teams";
import { openTeamsWindow } from "./teams-js-window";

export type TeamsTheme = "default" | "dark" | "contrast";

export interface TeamsJsHostOptions {
  readonly frame: HTMLIFrameElement;
  /** Origin of the page in the frame: nobody else is heard, and nobody else is told. */
  readonly origin: string;
  /** Answer to `getContext`, in the flat form of the wire. */
  readonly context: () => Readonly<Record<string, unknown>>;
  /** The page has said that it is there, or that it could not be. */
  readonly onLoaded: (isGood: boolean) => void;
  /** The page asked for something that is not played here. */
  readonly onNotEmulated: (name: string) => void;
}

export interface TeamsJsHost {
  changeTheme(theme: TeamsTheme): void;
  dispose(): void;
}

/** Calls that want no answer. */
const untold = new Set(["appInitialization.appLoaded"]);

/**
 * Plays Teams for @microsoft/teams-js 2.58: messages `{ id, uuidAsString, func, args }` from the page in the frame, answered by
 * `{ id, uuidAsString, args }`; events are `{ func, args }`. Seen in the source of the library (internal/communication).
 */
export function attachTeamsJsHost(options: TeamsJsHostOptions): TeamsJsHost {
  const { frame, origin, context, onLoaded, onNotEmulated } = options;
  const handlers = new Set<string>();

  function tell(message: object): void {
    frame.contentWindow?.postMessage(message, origin);
  }

  function hear(event: MessageEvent<unknown>): void {
    if (event.source !== frame.contentWindow || event.origin !== origin || !isRecord(event.data)) return;
    const { id, uuidAsString, func, args } = event.data;
    if (typeof func !== "string") return;
    const answer = (...values: unknown[]) => tell({ id, uuidAsString, args: values });
    switch (func) {
      case "initialize":
        return answer("content", ...aboutTeams);
      case "getContext":
        return answer(context());
      case "registerHandler":
        return void (Array.isArray(args) && handlers.add(String(args[0])));
      case "authentication.authenticate":
        return openTeamsWindow(args, origin, answer);
      case "appInitialization.success":
        return onLoaded(true);
      case "appInitialization.failure":
      case "appInitialization.expectedFailure":
        return onLoaded(false);
      default:
        if (untold.has(func)) return;
        onNotEmulated(func);
        // Success or not, and why not: the form of all calls of the core that want an answer.
        return answer(false, `NotImplemented: ${func}`);
    }
  }

  window.addEventListener("message", hear);
  return {
    changeTheme(theme) {
      if (handlers.has("themeChange")) tell({ func: "themeChange", args: [theme] });
    },
    dispose: () => window.removeEventListener("message", hear),
  };
}
