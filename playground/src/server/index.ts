export { BuildFailedError } from "./build-when-stale";
export { startPlayground, type Playground, type PlaygroundOptions } from "./start-playground";
