import { lazyView } from "../lazy-view";

/** Comes with the first comparison. */
export const CompareView = lazyView(() => import(/* webpackChunkName: "compare" */ "./CompareView"));
