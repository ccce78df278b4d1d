/** A line of a model's minutes with the ids of the utterances it rests on. */
export interface DraftLine {
  text: string;
  sources: string[];
}

export interface DraftAction extends DraftLine {
  owner: string;
  due: string;
}

export interface DraftTopic {
  title: string;
  lines: DraftLine[];
}

/** Minutes as a model wrote them, before anything is checked. */
export interface MinutesDraft {
  topics: DraftTopic[];
  decisions: DraftLine[];
  actions: DraftAction[];
}

/** Lines of a draft in all. */
export function draftSize(draft: MinutesDraft): number {
  const discussed = draft.topics.reduce((sum, topic) => sum + topic.lines.length, 0);
  return discussed + draft.decisions.length + draft.actions.length;
}
