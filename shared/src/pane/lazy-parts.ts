import { lazy } from "react";

/** Parts that few clicks need; each is a chunk that comes with the first use. */
export const SendSheet = lazy(() => import("./SendSheet"));
export const LengthPicker = lazy(() => import("./LengthPicker"));
export const Settings = lazy(() => import("./Settings"));
