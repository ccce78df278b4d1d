import { afterFirstPaint } from "@genai-office/shared/pane";

// The entry is next to nothing, so that the skeleton is painted before the pane's own code runs.
// If that code does not come, the skeleton tells it by itself (taskpane.html).
afterFirstPaint(() => void import(/* webpackChunkName: "outlook-pane" */ "./pane"));
