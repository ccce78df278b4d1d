import { fileURLToPath } from "node:url";

/** Folder of the scripts that a server of the host page has to offer to Outlook panes. */
export const outlookScriptsFolder = fileURLToPath(new URL(".", import.meta.url));

/** Must be in the pane's page before office.js; without it outlook-web asks a CDN. */
export const microsoftAjaxScript = "microsoft-ajax.js";
