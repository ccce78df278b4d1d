import { GenaiError } from "../../vocabulary";
import { withoutThinking } from "../transport/thinking-filter";

/** So many characters told again, twice, are no coincidence: from here on words are given out before the answer is over. */
const certainLength = 20;

/**
 * Puts an answer together out of the events of a stream. Each may hold the next piece, which is what the published samples
 * show, or the whole text so far, as some gateways send it. The second is believed when every event from the second on
 * begins with the one before it; until that is certain, words are given out only as far as both readings agree, so that an
 * answer that happens to repeat its start loses nothing.
 */
export class AnswerPieces {
  private reading: "open" | "pieces" | "wholes" = "open";
  /** Of the reading "wholes" and as long as it is open: the last event. */
  private latest = "";
  /** As long as the reading is open: lengths of the events. */
  private lengths: number[] = [];
  /** Of the reading "pieces": all words. */
  private joined = "";
  private pending = "";
  private given = 0;

  /** Takes the words of an event. */
  push(words: string): void {
    if (words === "") return;
    if (this.reading === "pieces") this.append(words);
    else if (this.goesOn(words)) this.goOn(words);
    else if (this.reading === "open") {
      this.decide("pieces");
      this.append(words);
    } else throw new GenaiError("malformed-response", "an event does not go on where the one before it ended");
  }

  /** Takes the words of the event that ends the stream: the last piece, or all that came before once more. */
  pushLast(words: string): void {
    if (words === "") return;
    if (this.reading === "open") {
      if (words === this.joinedSoFar()) this.decide("pieces");
      else if (words.startsWith(this.latest)) {
        this.latest = words;
        return this.decide("wholes");
      } else this.settle();
    }
    const before = this.reading === "pieces" ? this.joined : this.latest;
    if (words.startsWith(before)) this.append(words.slice(before.length));
    else if (![before, withoutThinking(before)].some((told) => told.trim() === words.trim())) this.append(words);
  }

  /** Words that are certain, since the last call. */
  take(): string {
    if (this.reading === "pieces") {
      const { pending } = this;
      this.pending = "";
      return pending;
    }
    const certain = this.reading === "wholes" ? this.latest.length : (this.lengths[0] ?? 0);
    const words = this.latest.slice(this.given, certain);
    this.given = Math.max(this.given, certain);
    return words;
  }

  /** No event follows: what was held back is read in the likelier way. */
  settle(): void {
    if (this.reading === "open") this.decide(this.looksWhole() ? "wholes" : "pieces");
  }

  /** The same words once more are a second piece, as of a rule of dashes, unless it is certain that they are not. */
  private goesOn(words: string): boolean {
    return words.startsWith(this.latest) && (this.reading === "wholes" || words.length > this.latest.length);
  }

  private goOn(words: string): void {
    this.latest = words;
    if (this.reading !== "open") return;
    this.lengths.push(words.length);
    const again = this.lengths.at(-2) ?? 0;
    if (this.lengths.length > 2 && again >= certainLength && this.looksWhole()) this.decide("wholes");
  }

  private looksWhole(): boolean {
    const times = this.lengths.length - 1;
    const again = this.latest.slice(0, this.lengths.at(-2) ?? 0);
    // A figure or a rule of dashes may well be followed by itself.
    return times > 1 ? /[\p{L}\p{N}]/u.test(again) : again.length > 1 && /\p{L}/u.test(again);
  }

  private decide(reading: "pieces" | "wholes"): void {
    if (reading === "pieces") {
      this.joined = this.joinedSoFar();
      this.pending = this.joined.slice(this.given);
    }
    this.reading = reading;
    this.lengths = [];
  }

  private joinedSoFar(): string {
    return this.lengths.map((length) => this.latest.slice(0, length)).join("");
  }

  private append(words: string): void {
    if (this.reading === "wholes") {
      this.latest += words;
      return;
    }
    this.joined += words;
    this.pending += words;
  }
}
