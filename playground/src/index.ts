export { BuildFailedError, startPlayground, type Playground, type PlaygroundOptions } from "./server";
