import { themeOfBackground, type ThemeName } from "@genai-office/shared/pane";
import { loadOfficeScripts } from "@genai-office/shared/pane/office";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { DocumentPort } from "../document/document-port";

/** What Office tells a pane once it has booted. */
export interface OfficeConnection {
  document: DocumentPort;
  /** Language of Office's interface, BCP 47. */
  language: string | undefined;
  /** Undefined on the web, where Office tells no theme. */
  theme: ThemeName | undefined;
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
 * Boots office.js and opens the document. Rejects with `host-unsupported` when a script is blocked
 * (OfficeScriptError) or when the page is not inside Word.
 */
export async function connectOffice(page: Document): Promise<OfficeConnection> {
  await afterPaint();
  const documentRoom = import(/* webpackChunkName: "document" */ "../document");
  // Office's scripts take longest; a failure of the chunk is reported after them, not as an unhandled rejection.
  documentRoom.catch(() => undefined);
  await loadOfficeScripts(page);
  if (typeof Office === "undefined") throw new GenaiError("host-unsupported", "no address of office.js is configured");
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Word) throw new GenaiError("host-unsupported", "the page is not inside Word");
  const { createWordDocument } = await documentRoom;
  return {
    document: createWordDocument(),
    language: Office.context.displayLanguage as string | undefined,
    theme: themeOfBackground(officeBackground()),
  };
}

/** Office's background; `officeTheme` is undefined on the web, against its type. */
function officeBackground(): string | undefined {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor;
}
