import { lazy } from "react";
import { diagnose } from "../diagnostics";

/** Comes with the first result. A question that cannot be asked is left out: nobody needs it to go on. */
export const FeedbackRow = lazy(() =>
  import(/* webpackChunkName: "feedback" */ "./FeedbackRow").catch((thrown: unknown) => {
    diagnose("the feedback row could not be loaded", thrown);
    return { default: () => null };
  }),
);
