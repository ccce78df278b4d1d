import { lazy } from "react";

/** Comes with the first comparison. */
export const CompareView = lazy(() => import(/* webpackChunkName: "compare" */ "./CompareView"));
