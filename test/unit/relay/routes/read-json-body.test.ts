import { readSizedJson } from "../../../../relay/src/routes/read-json-body";

const mark = [0xef, 0xbb, 0xbf];

/** A request whose length is announced, as those of browsers are, or one in pieces. */
function request(bytes: readonly number[] | string, announced: boolean): Request {
  const body = typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from([...bytes]);
  const length: Record<string, string> = announced ? { "Content-Length": String(body.length) } : {};
  return new Request("http://127.0.0.1/", {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", ...length },
    body,
  });
}

describe.each([true, false])("a body whose length is announced: %s", (announced) => {
  const read = (bytes: readonly number[] | string, maximum = 1_000) =>
    readSizedJson(request(bytes, announced), maximum);

  test("is read with its size in characters", async () => {
    expect(await read('{"予算":"😀"}')).toEqual({ document: { 予算: "😀" }, characters: '{"予算":"😀"}'.length });
  });

  test("may begin with a byte order mark", async () => {
    expect(await read([...mark, ...Buffer.from('"秘"')])).toEqual({ document: "秘", characters: 3 });
  });

  test.each([
    ["an overlong form", [0x22, 0xc0, 0xaf, 0x22]],
    ["half of a character", [0x22, 0xe7, 0xa7, 0x22]],
    ["a surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ["Shift_JIS", [0x22, 0x8b, 0x40, 0x22]],
  ])("is refused with %s in it", async (_name, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: "bad-request" });
  });

  test("is refused when it is too large", async () => {
    await expect(read('"0123456789"', 11)).rejects.toMatchObject({ code: "input-too-large" });
  });

  test("is refused when it has more parts than any step", async () => {
    const parts = `[${"[],".repeat(500_000)}[]]`;
    await expect(read(parts, 8_000_000)).rejects.toMatchObject({ code: "input-too-large" });
  });
});
