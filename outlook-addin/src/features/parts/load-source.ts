import { retryable } from "@genai-office/shared/pane";

/** What takes a message apart; comes when the first one is looked at. */
export const loadSource = retryable(() => import(/* webpackChunkName: "mail-source" */ "./mail-source"));
