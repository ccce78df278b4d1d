import type { Chat, StandingActivity, TeamsEvent, TeamsState } from "./wire";

/** What stands in the chats, as far as the page has heard. */
export class Chats {
  private chats: readonly Chat[];

  constructor(state: TeamsState) {
    this.chats = state.conversations;
  }

  /** The whole anew, after something may have been missed. */
  replace(state: TeamsState): void {
    this.chats = state.conversations;
  }

  of(person: string): readonly Chat[] {
    return this.chats.filter(({ members }) => members.includes(person));
  }

  find(id: string): Chat | undefined {
    return this.chats.find((chat) => chat.id === id);
  }

  /** Notes what has changed. @returns the message that it concerns, and whether it is a new one */
  apply(event: TeamsEvent & { type: "activity" }): { chat: Chat; isNew: boolean } | undefined {
    const chat = this.find(event.conversation);
    const { activity, change } = event;
    if (chat === undefined || change === "typing") return undefined;
    const others = chat.activities.filter(({ id }) => id !== activity.id);
    const at = chat.activities.findIndex(({ id }) => id === activity.id);
    if (change === "removed") chat.activities = others;
    else if (at === -1) chat.activities = [...others, activity];
    else chat.activities = chat.activities.with(at, activity);
    return { chat, isNew: at === -1 && change !== "removed" };
  }
}

/** The answer that is being written in a chat, if there is one. */
export function streamingIn(chat: Chat): StandingActivity | undefined {
  return chat.activities.findLast(({ streaming }) => streaming !== undefined);
}
