import { join } from "node:path";
import { readThread } from "@genai-office/shared/mail/thread";
import { markedMails } from "../../../support/marked-mail";
import { expectLinearTime } from "../../../support/processor-time";

const folder = join(__dirname, "../../../fixtures/mail");
const bodies = [...markedMails(join(folder, "layouts")), ...markedMails(join(folder, "unseen"))].map(
  ({ body }) => body,
);

/** How often each visible character stands in a text. */
function counts(text: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const character of text.replace(/[\s\ufeff]/g, "")) found[character] = (found[character] ?? 0) + 1;
  return found;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the parts of a mail", () => {
  const pieces = [
    ...new Set(bodies.flatMap((body) => body.split("\n"))),
    "-- ",
    "--",
    "> ",
    ">>> ",
    "| 表 | 値 |",
    "From: a",
    "件名:",
    "----------",
    "__________________",
    "On",
    "wrote:",
    "2026年11月2日",
    "<a@example.jp>:",
    "以上",
    "\u3000",
    "＞＞引用",
  ];

  it("hold every visible character once, whatever lines follow each other", () => {
    const next = numbers(20_261_102);
    for (let round = 0; round < 400; round += 1) {
      const lines = Array.from({ length: 1 + next(30) }, () => {
        const piece = pieces[next(pieces.length)]!;
        return next(4) === 0 ? "> ".repeat(next(4)) + piece : next(6) === 0 ? piece.slice(next(12)) : piece;
      });
      const body = lines.join(next(3) === 0 ? "\r\n" : "\n");
      const { newest, quoted, signature, messages } = readThread({ text: body });
      const seen = counts(`${newest}\n${quoted}\n${signature}`);
      if (JSON.stringify(Object.entries(seen).sort()) !== JSON.stringify(Object.entries(counts(body)).sort()))
        throw new Error(`not covered once:\n${body}\n---\n${JSON.stringify({ newest, quoted, signature }, null, 1)}`);
      expect(messages[0]).toMatchObject({ text: newest, signature });
    }
  });

  it("hold every visible character of a page once", () => {
    const next = numbers(8_112);
    for (let round = 0; round < 100; round += 1) {
      const tags = ["div", "p", "blockquote", 'div class="gmail_quote"', 'div id="divRplyFwdMsg"', "pre", "span", "td"];
      let html = "";
      let text = "";
      const open: string[] = [];
      for (let step = 0; step < 2 + next(25); step += 1) {
        if (next(3) === 0) {
          const tag = tags[next(tags.length)]!;
          html += `<${tag}>`;
          open.push(tag.split(" ")[0]!);
        } else if (next(3) === 0 && open.length > 0) html += `</${open.pop()!}>`;
        const line = pieces[next(pieces.length)]!;
        html += `${escaped(line)}<br>`;
        text += `${line}\n`;
      }
      const { newest, quoted, signature } = readThread({ html });
      expect(counts(`${newest}${quoted}${signature}`)).toEqual(counts(text));
    }
  });

  it.each(bodies.map((body, index) => [index, body] as const))(
    "are the same where a page shows them: %i",
    (_, body) => {
      const html = body
        .split("\n")
        .map((line) => (line.trim() === "" ? "<div><br></div>" : `<div>${escaped(line).replace(/ $/, "&nbsp;")}</div>`))
        .join("");
      const plain = readThread({ text: body.replace(/\ufeff/g, "") });
      const page = readThread({ html });
      const words = (text: string) => text.replace(/[\s\u00a0]+/g, "");
      expect(words(page.newest)).toBe(words(plain.newest));
      expect(words(page.signature)).toBe(words(plain.signature));
      expect(page.messages.map(({ author, date }) => ({ author, date }))).toEqual(
        plain.messages.map(({ author, date }) => ({ author, date })),
      );
    },
  );
});

describe("hostile mails", () => {
  const shapes: Record<string, string> = {
    "one line": "あ",
    "marks of quoting": "> ",
    "marks without spaces": ">",
    "lines of marks": ">>>>>>>>\n",
    fields: "From: a\n",
    receivers: "To: x\n",
    attributions: "On Mon, 2 Nov 2026 at 9:30, A <a@example.jp> wrote:\n",
    "attributions that never end": "On Mon, 2 Nov 2026 at 9:30, A <a@example.jp\n",
    bars: "----------\n",
    "bars and words": "━━━━━\n電話 03-0000-0000\n",
    "marks of signatures": "-- \n",
    "empty lines": "\n",
    "white space": "\n \t\u3000",
    brackets: "<<([",
    dates: "2026年11月2日(月) 9:30 ",
    addresses: "a@b.jp ",
    spaces: " ",
    "no-break spaces": "\u00a0",
    "up and down": "> a\nb\n",
    "names before verbs": "鈴木さんは書きました：\n> a\n",
    headers: "差出人: a <a@example.jp>\n日付: 2026年11月2日\n件名: x\n\n本文\n",
    "letters before marks": "Ab> x\n",
  };

  const filled = (piece: string, length: number): string => `${piece.repeat(Math.ceil(length / piece.length))}x`;

  it.each(Object.entries(shapes))("take time in proportion to their length: %s", (_name, piece) =>
    expectLinearTime((length) => readThread({ text: filled(piece, length) }), 12_000),
  );

  it.each(["a<br>", "<span>a</span>", "<pre> \n", "&nbsp;", "<p>&gt; a</p>b", "<blockquote>a</blockquote>"])(
    "take time in proportion to their length as pages: %j",
    (piece) => expectLinearTime((length) => readThread({ html: filled(piece, length) }), 10_000),
  );
});
