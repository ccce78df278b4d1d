import { BodyReader } from "../../../shared/src/gateway/transport/body-reader";
import { maximumPayloadCharacters } from "../../../shared/src/gateway/transport/payload-limit";
import type { BodyFormat, ReplyDecoder } from "../../../shared/src/gateway/transport/wire-contract";
import type { GenaiError } from "@genai-office/shared/vocabulary";

/** A decoder that takes everything and reads nothing of it. */
function decoderOf(format: BodyFormat, heedsNames = false): ReplyDecoder {
  return {
    format,
    heedsNames,
    takeEvent: () => undefined,
    takeDocument: () => undefined,
    takeText: () => "",
    takeOthers: () => [],
    started: true,
    answered: false,
    reason: undefined,
    complete: false,
    conclude: () => ({ type: "finished", reason: "stop" }),
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("what shows that an answer goes on", () => {
  test.each<[BodyFormat, string[], boolean[]]>([
    [
      "detect",
      ["data: {}\n\n", ": ping\n\n", "data:\n\n", "\n\n", "event: ping\n\n"],
      [true, false, false, false, false],
    ],
    ["detect", ["data: {", '"a":', ": pi", "ng\n\n", "data: {}\n\n"], [true, true, true, true, true]],
    ["detect", [": ping\n\n", ": pi", "ng", "\n", "data: {}\n", "\n"], [false, false, false, false, false, true]],
    ["lines", ["{}\n", "\n\n", " \r\n", '{"a":', "1}\n"], [true, false, false, true, true]],
    ["document", ["{", '"a"', ":1}"], [true, true, true]],
  ])("%s %j", (format, pieces, expected) => {
    const reader = new BodyReader(decoderOf(format));
    expect(pieces.map((piece) => reader.push(bytes(piece)))).toEqual(expected);
  });
});

describe("what has no end", () => {
  const piece = bytes("x".repeat(4 * 1024 * 1024));
  test.each<[string, BodyFormat, string, Uint8Array]>([
    ["a line of an event stream", "detect", "data: ", piece],
    ["an event of many lines", "detect", "data: x\n", bytes(`data: ${"x".repeat(1_000)}\n`.repeat(4_000))],
    ["a line", "lines", "", piece],
    ["a document", "document", "", piece],
  ])("%s is given up at 64 MB", (_, format, beginning, endless) => {
    const reader = new BodyReader(decoderOf(format));
    reader.push(bytes(beginning));
    let read = 0;
    const readOn = (): void => {
      for (; read < 2 * maximumPayloadCharacters; read += endless.length) reader.push(endless);
    };
    expect(readOn).toThrow(expect.objectContaining({ code: "malformed-response" }) as GenaiError);
    expect(read).toBeGreaterThan(maximumPayloadCharacters - 2 * endless.length);
    expect(read).toBeLessThan(maximumPayloadCharacters + 2 * endless.length);
  });
});
