import type {
  ConfidentialityClass,
  Glossary,
  ModelCard,
  StepRunner,
  TaskEvent,
  TaskName,
} from "@genai-office/shared/vocabulary";
import type { AppAnswer } from "../answer/app-answer";
import type { FilledForm } from "../form/filled-form";
import type { FormDefinition } from "../form/form-definition";
import type { SourceDocument } from "../inputs/source-document";
import type { UploadedFile } from "../inputs/uploaded-file";

/** One task of the suite as an AI app. Adding a task is adding one of these (a file here) to index.ts. */
export interface AiApp {
  /** Also the name in the address: /ai-apps/{task}/invoke. */
  task: TaskName;
  /** What is registered in GENAI. The gate's own checkbox has the key `confirmed`. */
  form: FormDefinition;
  /** Reads what was filled in. Throws AppRefusal; nothing has left by then. */
  read(form: FilledForm, files: readonly UploadedFile[]): Promise<AppRequest>;
}

/** What a person asked an app for. */
export interface AppRequest {
  /** Sources, each judged with its own markings. */
  documents: SourceDocument[];
  /** What else was written: wishes, questions, words to use. Judged as the text of a document. */
  words: string[];
  /** Lines that stand by themselves: a subject, a title, a person. Judged as a subject, also where they do not leave. */
  names: string[];
  /** Starts the task once the gate has let it pass. */
  start(context: AppContext): AsyncIterable<TaskEvent<AppAnswer>>;
}

export interface AppContext {
  card: ModelCard;
  /** Cards that may answer in its place. */
  others: readonly ModelCard[];
  declaredClass: ConfidentialityClass;
  confirmed: boolean;
  /** SHA-256 (hex) of all sources. */
  documentHash: string;
  /** The ministry's glossary, where it has one. */
  glossary?: Glossary;
  runner: StepRunner;
  signal: AbortSignal;
}

/** The events of a task with its result brought into the form of an app's answer. */
export async function* withAnswer<Result>(
  events: AsyncIterable<TaskEvent<Result>>,
  answerOf: (result: Result) => AppAnswer,
): AsyncGenerator<TaskEvent<AppAnswer>, void, undefined> {
  for await (const event of events)
    yield event.type === "completed" ? { type: "completed", result: answerOf(event.result) } : event;
}
