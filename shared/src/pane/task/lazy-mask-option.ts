import { lazy } from "react";

/** 氏名などを伏せて送る; comes when the options are opened. */
export const MaskOption = lazy(() => import(/* webpackChunkName: "mask-option" */ "../summary/MaskOption"));
