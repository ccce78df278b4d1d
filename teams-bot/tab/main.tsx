import { afterFirstPaint } from "@genai-office/shared/pane";

// As in the panes: the skeleton is painted before the tab's own code runs.
afterFirstPaint(() => void import(/* webpackChunkName: "teams-tab" */ "./tab"));
