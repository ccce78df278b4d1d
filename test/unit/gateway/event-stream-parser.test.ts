import { createParser } from "eventsource-parser";
import { EventStreamParser } from "@genai-office/shared/gateway";
import { readStreamFixture } from "../../support/model-server-fixtures";
import { expectLinearTime } from "../../support/processor-time";

type Event = [data: string, name: string];

function parse(pieces: string[]): Event[] {
  const events: Event[] = [];
  const parser = new EventStreamParser((data, name) => events.push([data, name]));
  for (const piece of pieces) parser.push(piece);
  parser.end();
  return events;
}

/** A second opinion from a parser that others wrote. */
function parseByLibrary(text: string): Event[] {
  const events: Event[] = [];
  const parser = createParser({ onEvent: ({ data, event }) => events.push([data, event ?? ""]) });
  parser.feed(`${text}\n\n`);
  return events;
}

describe("EventStreamParser", () => {
  test.each<[string, string, Event[]]>([
    ["a space after the colon", "data: 予算\n\n", [["予算", ""]]],
    ["no space", "data:予算\n\n", [["予算", ""]]],
    ["only the first space belongs to the field", "data:  予算\n\n", [[" 予算", ""]]],
    ["several data lines", "data: 一\ndata\ndata: 三\n\n", [["一\n\n三", ""]]],
    [
      "an event name, reset afterwards",
      "event: error\ndata: a\n\ndata: b\n\n",
      [
        ["a", "error"],
        ["b", ""],
      ],
    ],
    ["a name without data is no event", "event: ping\n\ndata: a\n\n", [["a", ""]]],
    ["comments, ids, retry", ": 待機中\nid: 4\nretry: 10\ndata: a\n\n", [["a", ""]]],
    ["unknown fields", "database: x\nfoo\ndata: a\n\n", [["a", ""]]],
    [
      "CR",
      "data: a\r\rdata: b\r\r",
      [
        ["a", ""],
        ["b", ""],
      ],
    ],
    [
      "CRLF",
      "data: a\r\n\r\ndata: b\r\n\r\n",
      [
        ["a", ""],
        ["b", ""],
      ],
    ],
    ["mixed line ends", "data: a\r\ndata: b\rdata: c\n\r\n", [["a\nb\nc", ""]]],
    ["line separators of Unicode are text", "data: a\u2028b\u0085c\n\n", [["a\u2028b\u0085c", ""]]],
    [
      "a last event without its blank line",
      "data: a\n\ndata: b",
      [
        ["a", ""],
        ["b", ""],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => {
    expect(parse([text])).toEqual(expected);
  });

  test.each(["chat-japanese.sse", "line-endings-crlf.sse", "line-endings-cr.sse", "responses.sse", "error-event.sse"])(
    "%s: the same events as another parser finds, cut anywhere",
    (name) => {
      const text = readStreamFixture(name)
        .toString("utf8")
        .replace(/^\ufeff/, "");
      const whole = parse([text]);
      expect(whole).toEqual(parseByLibrary(text));
      for (let cut = 0; cut <= text.length; cut++) expect(parse([text.slice(0, cut), text.slice(cut)])).toEqual(whole);
      expect(parse([...text])).toEqual(whole);
    },
  );

  test("an event of a CR stream is handed out before the next read", () => {
    const events: string[] = [];
    const parser = new EventStreamParser((data) => events.push(data));
    parser.push("data: a\r\r");
    expect(events).toEqual(["a"]);
  });

  test("tells that nothing in a body was an event stream", () => {
    const parser = new EventStreamParser(() => undefined);
    parser.push("upstream connect error or disconnect\nreset before headers\n");
    expect(parser.recognised).toBe(false);
    parser.push(": keep-alive\n");
    expect(parser.recognised).toBe(true);
  });

  /** Quadratic parsing of this takes seconds, linear about 50 ms. */
  test.each([
    ["one line", "data: ", "予算案".repeat(4096), "\n\n"],
    ["lines of a CR stream", "data: ", "data: 予\r".repeat(2048), "\r\r"],
  ])("millions of characters in 1,000 pieces are read in linear time: %s", async (_, start, piece, end) => {
    let characters = 0;
    await expectLinearTime((pieces) => {
      characters = 0;
      const parser = new EventStreamParser((data) => (characters += data.length));
      parser.push(start);
      for (let index = 0; index < pieces; index++) parser.push(piece);
      parser.push(end);
    }, 250);
    expect(characters).toBeGreaterThan(2_000_000);
  });
});
