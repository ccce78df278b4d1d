/** Hands events from any number of producers to one reader, in order. */
export class EventQueue<Event> implements AsyncIterable<Event> {
  private waiting: Event[] = [];
  private closed = false;
  private wake: (() => void) | undefined;

  /** Adds an event; after the end it is dropped, because a late producer must not outlive the terminal event. */
  push(event: Event): void {
    if (this.closed) return;
    this.waiting.push(event);
    this.wake?.();
  }

  /** Adds the last event and ends the queue. Only the first call counts. */
  end(event: Event): void {
    this.push(event);
    this.closed = true;
  }

  /** Ends the queue with this event at once: what no one has read yet is dropped. */
  endNow(event: Event): void {
    if (this.closed) return;
    this.waiting = [];
    this.end(event);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    for (;;) {
      const event = this.waiting.shift();
      if (event !== undefined) yield event;
      else if (this.closed) return;
      else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        this.wake = undefined;
      }
    }
  }
}
