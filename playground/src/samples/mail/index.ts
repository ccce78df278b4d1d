import { englishInquiry } from "./english-inquiry";
import { hiddenInstructions } from "./hidden-instructions";
import { type Mail, writeMail } from "./mime/write-mail";
import { monthlyFigures } from "./monthly-figures";
import { opinionList } from "./opinions";
import { yamada } from "./people";
import { powerNotice } from "./power-notice";
import { restrictedMail } from "./restricted-mail";
import * as thread from "./thread";
import { trainingRequest } from "./training-request";

export interface SampleMail {
  readonly file: string;
  /** The person has seen it before: the playground's list shows it as read. */
  readonly isRead: boolean;
  readonly build: () => Uint8Array;
}

/** Whose mailbox the samples were sent to. */
export const mailboxOwner = yamada;

/** The newest mail of the thread comes first: the playground opens it. */
export const sampleMails: readonly SampleMail[] = [
  sample("thread-8-briefing-notice.eml", thread.briefingNotice, false),
  sample("thread-7-figures.eml", thread.figuresAnswer),
  sample("thread-6-internal-request.eml", thread.internalRequest),
  sample("thread-5-deadline-decision.eml", thread.deadlineDecision),
  sample("thread-4-extension-request.eml", thread.extensionRequest),
  sample("thread-3-scope-answer.eml", thread.scopeAnswer),
  sample("thread-2-scope-question.eml", thread.scopeQuestion),
  sample("thread-1-inquiry.eml", thread.inquiry),
  sample("english-inquiry.eml", englishInquiry, false),
  sample("hidden-instructions.eml", hiddenInstructions, false),
  sample("restricted.eml", restrictedMail),
  sample("training-request.eml", trainingRequest, false),
  sample("power-notice.eml", powerNotice),
  sample("opinion-list.eml", opinionList),
  sample("monthly-figures.eml", monthlyFigures),
];

function sample(file: string, mail: Mail, isRead = true): SampleMail {
  return { file, isRead, build: () => writeMail(mail) };
}
