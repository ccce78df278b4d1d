import {
  acceptsFile,
  checkAppInputs,
  invocationInputs,
  readAppForm,
  readPayloadLimit,
  readSize,
  typedInputs,
} from "@genai-office/shared/tasks/research";
import type { AppCard, AppInputs } from "@genai-office/shared/vocabulary";

const inputs = (values: AppInputs["values"] = {}, files: AppInputs["files"] = {}): AppInputs => ({ values, files });
const cardOf = (form: unknown, maximumPayloadBytes = 1_000_000): AppCard => ({
  id: "s/t/a",
  service: "s",
  name: "a",
  description: "",
  howToUse: "",
  maximumPayloadBytes,
  ...readAppForm(form),
});

describe("a form definition", () => {
  it("is read with all eight types, in its order", () => {
    const { fields, keepsConversation, obstacle } = readAppForm(
      JSON.stringify({
        q: { type: "text", title: "質問", desc: "説明", required: true, min_length: "10", max_length: 1000 },
        n: { type: "number", title: "件数", min: "1", max: "１０", default_value: 3 },
        body: { type: "textarea" },
        file: { type: "file", accept: ".pdf", multiple: true, max_size: "4.5MB", max_file_count: 5 },
        one: { type: "select", items: [{ title: "東京都", value: 13 }, { value: "14" }, "15"], default_value: 13 },
        some: { type: "checkbox", items: [{ title: "甲", value: "a" }], default_value: ["a", "b"] },
        either: { type: "radio", items: null },
        secret: { type: "hidden", default_value: true, required: true },
        conversation_history: { type: "textarea" },
      }),
    );
    expect(obstacle).toBeUndefined();
    expect(keepsConversation).toBe(true);
    expect(fields).toEqual([
      {
        key: "q",
        type: "text",
        title: "質問",
        description: "説明",
        required: true,
        minimumLength: 10,
        maximumLength: 1000,
      },
      { key: "n", type: "number", title: "件数", required: false, minimum: 1, maximum: 10, defaultValue: "3" },
      { key: "body", type: "textarea", title: "body", required: false },
      {
        key: "file",
        type: "file",
        title: "file",
        required: false,
        accept: ".pdf",
        multiple: true,
        maximumFileBytes: 4_718_592,
        maximumFiles: 5,
      },
      {
        key: "one",
        type: "select",
        title: "one",
        required: false,
        defaultValue: "13",
        items: [
          { title: "東京都", value: "13" },
          { title: "14", value: "14" },
          { title: "15", value: "15" },
        ],
      },
      {
        key: "some",
        type: "checkbox",
        title: "some",
        required: false,
        defaultValue: "a",
        items: [{ title: "甲", value: "a" }],
      },
      { key: "either", type: "radio", title: "either", required: false, items: [] },
      { key: "secret", type: "hidden", title: "secret", required: false, defaultValue: "true" },
    ]);
  });

  it.each([
    ["no JSON", "{", "form-unreadable"],
    ["a list", [], "form-unreadable"],
    ["nothing", undefined, "form-unreadable"],
    ["an unknown type", { q: { type: "slider" } }, "unknown-field"],
    ["a field that is no object", { q: "text" }, "unknown-field"],
    ["a required choice without items", { q: { type: "select", required: "true" } }, "field-without-items"],
  ])("with %s is told as an obstacle", (_name, form, obstacle) => {
    expect(readAppForm(form).obstacle).toBe(obstacle);
  });

  it("may have keys that objects have already", () => {
    const form = '{"toString":{"type":"text","default_value":"甲"},"hasOwnProperty":{"type":"text"}}';
    const { fields } = readAppForm(form);
    expect(fields.map(({ key }) => key)).toEqual(["toString", "hasOwnProperty"]);
    const { values } = typedInputs(fields, inputs());
    expect(JSON.stringify(values)).toBe('{"toString":"甲","hasOwnProperty":""}');
  });

  it.each([
    ["4.5MB", 4_718_592],
    ["５０ＫＢ", 51_200],
    ["1 gb", 1_073_741_824],
    ["10", 10],
    [2048, 2048],
    ["many", undefined],
    ["-1MB", undefined],
    [null, undefined],
  ])("has the size %j", (text, bytes) => expect(readSize(text)).toBe(bytes));

  it.each([
    ['{"max_payload_size":"1MB"}', 1_048_576],
    [{ max_payload_size: "500KB" }, 512_000],
    ["", 6_291_456],
    ["[]", 6_291_456],
    [undefined, 6_291_456],
  ])("has the payload limit of %j", (config, bytes) => expect(readPayloadLimit(config)).toBe(bytes));
});

describe("typed inputs", () => {
  const { fields } = readAppForm({
    text: { type: "text" },
    number: { type: "number" },
    fruits: { type: "checkbox", items: [{ value: "a" }, { value: "b" }, { value: "c" }] },
    list: { type: "select", items: [{ value: "x" }, { value: "y" }] },
    radio: { type: "radio", items: [{ value: "1" }, { value: "2" }] },
    kind: { type: "hidden", default_value: "7" },
    attached: { type: "file" },
  });

  it("lose the quotes of numbers and flags in every field, and only of these", () => {
    const typed = (value: string) => typedInputs(fields, inputs({ text: value })).values.text;
    expect(["35", "-1.5", "0", "true", "false"].map(typed)).toEqual([35, -1.5, 0, true, false]);
    for (const text of ["035", "1,000", "１０", "1e3", "+1", "True", "12345678901234567890", "0.1234567890123456789"]) {
      expect(typed(text)).toBe(text);
    }
    expect(typedInputs(fields, inputs({ number: "３５" })).values.number).toBe(35);
  });

  it("join ticked boxes, and send what was left alone as GENAI's pages do", () => {
    expect(typedInputs(fields, inputs({ fruits: ["a", "b", "c"], radio: "2" })).values).toEqual({
      text: "",
      number: "",
      fruits: "a,b,c",
      list: "x",
      radio: 2,
      kind: 7,
    });
    expect(typedInputs(fields, inputs({ fruits: ["a"] })).values).toMatchObject({ fruits: "a", radio: null });
  });

  it("never take a hidden value or an unknown field from the client", () => {
    const sent = invocationInputs(fields, inputs({ kind: "8", other: "x", attached: "x" }, { other: [] }), false);
    expect(sent).not.toHaveProperty("other");
    expect(sent).not.toHaveProperty("attached");
    expect(sent.kind).toBe(7);
  });

  it("carry files by their field, and the conversation only where it is kept", () => {
    const filled: AppInputs = {
      values: { text: "問い" },
      files: { attached: [{ filename: "資料.pdf", content: "44GC" }] },
      conversation: [{ values: { text: "前の問い" }, answer: "前の答え", askedAt: 1_760_000_000_000 }],
    };
    expect(invocationInputs(fields, filled, false)).toMatchObject({
      files: [{ key: "attached", files: [{ filename: "資料.pdf", content: "44GC" }] }],
    });
    expect(invocationInputs(fields, filled, false)).not.toHaveProperty("conversation_histories");
    const [turn] = invocationInputs(fields, filled, true).conversation_histories as Record<string, string>[];
    expect(turn).toMatchObject({ output: "前の答え", createdDate: "1760000000000" });
    expect(JSON.parse(turn!.input!)).toMatchObject({ text: "前の問い" });
  });
});

describe("checks before sending", () => {
  const card = cardOf({
    q: { type: "text", title: "質問", required: true, min_length: 3, max_length: 5 },
    n: { type: "number", title: "件数", min: 1, max: 10 },
    one: { type: "select", title: "県", items: [{ value: "13" }] },
    some: { type: "checkbox", title: "果物", items: [{ value: "a" }, { value: "b" }], required: true },
    file: { type: "file", title: "資料", accept: ".pdf,image/*", max_size: "1KB", multiple: true, max_file_count: 2 },
    secret: { type: "hidden", default_value: "x" },
  });
  const good = { q: "質問文", some: ["a"] };
  const codes = (values: AppInputs["values"], files: AppInputs["files"] = {}) =>
    checkAppInputs(card, inputs(values, files)).map(({ key, code }) => `${key ?? ""}:${code}`);

  it("pass a form that is right", () => expect(codes(good)).toEqual([]));

  it.each([
    [{ ...good, q: "　" }, ["q:required"]],
    [{ ...good, some: [] }, ["some:required"]],
    [{ some: ["a"] }, ["q:required"]],
    [{ ...good, q: "短い" }, ["q:too-short"]],
    [{ ...good, q: "長すぎる質問" }, ["q:too-long"]],
    [{ ...good, n: "十" }, ["n:not-a-number"]],
    [{ ...good, n: "０" }, ["n:too-small"]],
    [{ ...good, n: "10.5" }, ["n:too-large"]],
    [{ ...good, one: "14" }, ["one:not-an-item"]],
    [{ ...good, some: ["a", "z"] }, ["some:not-an-item"]],
  ])("find in %j", (values, expected) => expect(codes(values as AppInputs["values"])).toEqual(expected));

  it("look at number, kind and size of files, in base64", () => {
    const file = (filename: string, bytes = 3) => ({ filename, content: Buffer.alloc(bytes).toString("base64") });
    expect(codes(good, { file: [file("図.PNG"), file("報告.pdf", 768)] })).toEqual([]);
    expect(codes(good, { file: [file("a.pdf", 769)] })).toEqual(["file:file-too-large"]);
    expect(codes(good, { file: [file("a.exe")] })).toEqual(["file:file-type"]);
    expect(codes(good, { file: [file("a.pdf"), file("b.pdf"), file("c.pdf")] })).toEqual(["file:too-many-files"]);
    expect(codes(good, { file: [{ filename: "a.pdf", content: "あ" }] })).toEqual(["file:file-broken"]);
  });

  it("count the whole request, files in base64 included", () => {
    const small = cardOf({ q: { type: "text" }, f: { type: "file" } }, 1000);
    const content = Buffer.alloc(720).toString("base64");
    const problems = checkAppInputs(small, inputs({}, { f: [{ filename: "a.txt", content }] }));
    expect(problems).toEqual([
      { code: "payload-too-large", values: { maximum: 1000, size: expect.any(Number) as number } },
    ]);
    expect(checkAppInputs(small, inputs({ q: "あ".repeat(300) }))).toEqual([]);
  });
});

describe("the accept attribute", () => {
  it.each([
    [".pdf", "資料.PDF", true],
    [".pdf", "資料.pdf.exe", false],
    ["image/*", "図.jpeg", true],
    ["image/*", "図.pdf", false],
    ["application/pdf", "資料.pdf", true],
    ["text/csv, .txt", "表.txt", true],
    ["application/x-unheard-of", "資料.abc", true],
    ["", "何.でも", true],
  ])("%s and %s: %s", (accept, name, accepted) => expect(acceptsFile(accept, name)).toBe(accepted));
});

describe("a field under a key that readers of JSON drop", () => {
  it.each(["__proto__", "constructor", "prototype"])("%s makes the app one that cannot be run, and says so", (key) => {
    const form = JSON.parse(`{"${key}": {"type": "text", "required": true}, "質問": {"type": "text"}}`) as unknown;
    expect(readAppForm(form)).toMatchObject({ obstacle: "unknown-field", fields: [{ key: "質問" }] });
  });
});
