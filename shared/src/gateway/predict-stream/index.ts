/** StepRunner over the Lambda stream of 源内 Web (docs/contracts.md). For Node: it holds temporary keys of AWS. */
export type { AwsCredentialPort, AwsCredentials } from "../aws/aws-credentials";
export { createLambdaCaller, type LambdaCaller, type LambdaSettings } from "./lambda-caller";
export { createPredictStreamDecoder } from "./predict-stream-decoder";
export { createPredictStreamRunner, type PredictStreamRunnerOptions } from "./predict-stream-runner";
