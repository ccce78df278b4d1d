/**
 * Names of the HTML standard ("Named character references") that can stand in or beside a marking. Marks are written in
 * kana, kanji, digits and Latin letters, none of which has a name but letters of mathematical alphabets.
 */
const named: Record<string, string> = {
  ...{ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", LT: "<", GT: ">", AMP: "&", QUOT: '"' },
  ...{ nbsp: " ", ensp: " ", emsp: " ", emsp13: " ", emsp14: " ", numsp: " ", puncsp: " ", thinsp: " ", hairsp: " " },
  ...{ Tab: "\t", NewLine: "\n", excl: "!", num: "#", dollar: "$", percnt: "%", ast: "*", plus: "+", comma: "," },
  ...{ period: ".", sol: "/", colon: ":", semi: ";", equals: "=", quest: "?", commat: "@", lowbar: "_", vert: "|" },
  ...{ lpar: "(", rpar: ")", lsqb: "[", lbrack: "[", rsqb: "]", rbrack: "]", lcub: "{", lbrace: "{", rcub: "}" },
  ...{ rbrace: "}", hyphen: "-", dash: "-", ndash: "–", mdash: "—", minus: "−", middot: "・", bull: "・", hellip: "…" },
  ...{ laquo: "«", raquo: "»", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", lang: "〈", rang: "〉" },
  ...{ sup1: "1", sup2: "2", sup3: "3", star: "☆", starf: "★", cir: "○", xcirc: "○", times: "×", para: "¶", sect: "§" },
};

/** Names that the standard takes without a semicolon as well. */
const bare = "lt|gt|amp|quot|nbsp|shy|sup1|sup2|sup3|middot|laquo|raquo|para|sect|times|copy|reg";
const reference = new RegExp(
  `&(?:#[xX]([0-9a-fA-F]{1,8});?|#([0-9]{1,8});?|([A-Za-z][A-Za-z0-9]{1,40});|(${bare}))`,
  "g",
);

/**
 * Text with its references resolved, and without what nobody sees: soft hyphens and other characters of no width. An
 * unknown name says nothing about a marking and is left out, so that it splits none.
 */
export function decodeHtml(text: string): string {
  const decoded = text.includes("&")
    ? text.replace(reference, (whole, hex?: string, decimal?: string, name?: string, short?: string) => {
        if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
        if (decimal !== undefined) return characterOf(Number(decimal));
        const key = name ?? short ?? whole;
        return named[key] ?? /^([A-Za-z])(?:opf|scr|fr)$/.exec(key)?.[1] ?? "";
      })
    : text;
  return withoutInvisible(decoded);
}

/** Text without what nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(
    /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g,
    "",
  );
}

function characterOf(code: number): string {
  return code <= 0x10ffff && code !== 0 ? String.fromCodePoint(code) : "";
}
