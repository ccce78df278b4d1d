export { briefingNotice } from "./briefing-notice";
export { deadlineDecision } from "./deadline-decision";
export { extensionRequest } from "./extension-request";
export { figuresAnswer } from "./figures-answer";
export { inquiry } from "./inquiry";
export { internalRequest } from "./internal-request";
export { scopeAnswer } from "./scope-answer";
export { scopeQuestion } from "./scope-question";
