import { GenaiError } from "../../vocabulary";
import { themeOfBackground, type ThemeName } from "../pane-theme";
import { loadOfficeScripts } from "./office-scripts";

/** What Office tells every pane once it has booted. */
export interface OfficeSurroundings {
  /** Language of Office's interface, BCP 47. */
  language: string | undefined;
  /** Undefined on the web, where Office tells no theme. */
  theme: ThemeName | undefined;
}

/** The little of office.js that is the same in every host; the rest belongs to the rooms of the panes. */
interface OfficeScript {
  onReady(): Promise<{ host: string | null }>;
  context: {
    displayLanguage?: string;
    /** Undefined on the web, against its type. */
    officeTheme?: { bodyBackgroundColor?: string };
  };
}

/** Resolves after the browser has painted what stands there now; at the latest after 200 ms in a hidden pane. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 200);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });
}

/**
 * Boots office.js after what stands there now was painted, and loads the pane's own room in the meantime. Rejects with
 * `host-unsupported` when a script is blocked (OfficeScriptError) or when the page is not inside this Office.
 */
export async function bootOffice<Room>(
  page: Document,
  expected: "Word" | "Outlook",
  loadRoom: () => Promise<Room>,
): Promise<{ surroundings: OfficeSurroundings; room: Room }> {
  await afterPaint();
  const room = loadRoom();
  // Office's scripts take longest; a failure of the chunk is reported after them, not as an unhandled rejection.
  room.catch(() => undefined);
  await loadOfficeScripts(page);
  const office = (page.defaultView as { Office?: OfficeScript } | null)?.Office;
  if (office === undefined) throw new GenaiError("host-unsupported", "no address of office.js is configured");
  const { host } = await office.onReady();
  if (host !== expected) throw new GenaiError("host-unsupported", `the page is not inside ${expected}`);
  const { displayLanguage, officeTheme } = office.context;
  const surroundings = { language: displayLanguage, theme: themeOfBackground(officeTheme?.bodyBackgroundColor) };
  return { surroundings, room: await room };
}
