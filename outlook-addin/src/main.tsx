import { afterFirstPaint, watchEarlyStart } from "@genai-office/shared/pane";

// The entry is next to nothing, so that the skeleton is painted before the pane's own code runs.
// If that code does not come, the skeleton tells it by itself (taskpane.html).
const early = watchEarlyStart(document);
afterFirstPaint(
  () => void import(/* webpackChunkName: "outlook-pane" */ "./pane").then(({ openPane }) => openPane(early)),
);
