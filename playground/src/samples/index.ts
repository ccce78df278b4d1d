export { buildMinistryReport } from "./ministry-report";
export { buildPublicNotice } from "./public-notice";
export { buildRestrictedNote } from "./restricted-note";
export { sampleDocuments, writeSamples, type SampleDocument } from "./write-samples";
