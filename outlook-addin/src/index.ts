export { App, type AppProps } from "./App";
export type { PaneServices } from "./pane-services";
