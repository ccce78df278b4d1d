import { lazy } from "react";

/** Parts that few clicks need; each is a chunk that comes with the first use. */
export const SendSheet = lazy(() => import(/* webpackChunkName: "send-sheet" */ "./SendSheet"));
export const LengthPicker = lazy(() => import(/* webpackChunkName: "length-picker" */ "./LengthPicker"));
export const Settings = lazy(() => import(/* webpackChunkName: "settings" */ "./Settings"));
