export * from "./attach-pane";
