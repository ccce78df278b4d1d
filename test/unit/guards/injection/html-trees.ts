/** Pages whose truth is known because of how they are built: each text stands in boxes of which every one either surely hides it or does not. */
export interface BuiltPage {
  html: string;
  visible: string[];
  hidden: string[];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Styles of boxes that take nothing away, however they are put into each other. The ground of a box in a line would not reach the blocks in it. */
const harmless = [
  "",
  "padding:4px 8px",
  "margin:8px 0",
  "margin-left:-10px",
  "display:block;color:#222;background:#fff",
  "display:block;background:#003366;color:#ffffff",
  "display:block;background-color:rgb(250,240,200);color:hsl(0,0%,10%)",
  "font-size:14px",
  "font-size:0.9rem",
  "line-height:1.6",
  "text-align:center",
  "border:1px solid #ccc;border-radius:6px",
  "display:inline-block",
  "display:flex",
  "display:flex;flex-direction:column",
  "float:left",
  "position:relative",
  "position:relative;top:3px",
  "opacity:.95",
  "max-width:640px",
  "overflow:hidden",
  "text-indent:1em",
  "letter-spacing:1px",
  "visibility:visible",
  "clip-path:none",
  "transform:none",
  "filter:none",
  "min-height:20px",
  "z-index:3;position:relative",
  "height:auto;overflow:visible",
  "display:none;display:block",
  "opacity:0;opacity:1",
];

/** Styles of a box in which nothing is seen, whatever the harmless boxes in it say. */
const hiding = [
  "display:none",
  "DISPLAY : None !important",
  "dis\\70 lay:none",
  "/* a */display/* b */:/* c */none",
  "opacity:0",
  "opacity:0%",
  "position:absolute;left:-9999px",
  "position:absolute;top:-9999px",
  "position:fixed;right:-5000px;width:100px",
  "transform:scale(0);display:block",
  "transform:translateX(-9999px);display:block",
  "clip-path:inset(50%);display:block",
  "position:absolute;clip:rect(0 0 0 0)",
  "display:block;height:0;overflow:hidden",
  "display:block;max-height:0;overflow:hidden",
  "display:block;width:0;overflow:hidden",
  "content-visibility:hidden;display:block",
  "filter:opacity(0);display:block",
  "margin-left:-9999px;display:block",
  "--d:none;display:var(--d)",
  "all:initial;display:none",
];

/** Styles that hide the text right in the box; a box in it may show its own again. */
const hidingText = [
  "font-size:0",
  "font-size:1px",
  "font-size:0.01em",
  "visibility:hidden",
  "visibility:collapse",
  "color:transparent",
  "color:rgba(0,0,0,0)",
  "background:#fff;color:#fff",
  "background:#ffffff;color:#fdfdfd",
  "background:#036;color:rgb(0,51,102)",
  "background:linear-gradient(#222,#222);color:#222",
  "-webkit-text-fill-color:transparent",
  "display:block;text-indent:-9999px",
];

/** Makes all of that harmless again for the text in a box. */
const shownAgain =
  "visibility:visible;font-size:16px;color:#111;background:#fff;text-indent:0;-webkit-text-fill-color:currentcolor";

/** Builds one page. */
export function buildPage(random: () => number): BuiltPage {
  const visible: string[] = [];
  const hidden: string[] = [];
  const rules: string[] = [];
  let count = 0;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  /** A style as an attribute, or as a rule of the page's sheet; a rule is sometimes written against another one. */
  const styled = (style: string): string => {
    const kind = random();
    if (style === "" || kind < 0.6) return ` style="${style}"`;
    const name = `c${rules.length}`;
    if (kind < 0.8) rules.push(`.${name}{${style}}`);
    else if (kind < 0.9) rules.push(`@media screen and (max-width:2000px){.${name}{${style}}}`);
    else rules.push(`@media print{.${name}{display:block;color:red}} div.none>p,.${name}{${style}}`);
    return pick([` class="${name}"`, ` class='x ${name}'`, ` CLASS=${name}`]);
  };

  const text = (isHidden: boolean): string => {
    count += 1;
    const words = `第${String(count).padStart(4, "0")}号の文`;
    (isHidden ? hidden : visible).push(words);
    return words;
  };

  const box = (style: string, inner: string): string => {
    const attribute = styled(style);
    // What lays a table out lays out no other box, so tables stand outside of the styled one.
    const tag = pick(["div", "div", "section", "span", "center", "blockquote", "font", "cell", "item"]);
    if (tag === "cell") return `<table><tr><td><div${attribute}>${inner}</div></td></tr></table>`;
    if (tag === "item") return `<ul><li><div${attribute}>${inner}</div></li></ul>`;
    return `<${tag}${attribute}>${inner}</${tag}>`;
  };

  const node = (depth: number, isHidden: boolean): string => {
    const kind = random();
    if (depth === 0 || kind < 0.12)
      return pick(["<p>@</p>", "<b>@</b>", " @ ", "<div>@</div>"]).replace("@", text(isHidden));
    if (kind < 0.62) return box(pick(harmless), nodes(depth - 1, isHidden));
    if (kind < 0.74) return box(pick(hiding), nodes(depth - 1, true));
    if (kind < 0.84) return `<div${styled(pick(hidingText))}>${text(true)}</div>`;
    if (kind < 0.88) {
      const inner = `<span style="${shownAgain}">${text(isHidden)}</span>`;
      return `<div style="visibility:hidden;font-size:0">${text(true)}${inner}${text(true)}</div>`;
    }
    return special(depth, isHidden);
  };

  const special = (depth: number, isHidden: boolean): string => {
    switch (Math.floor(random() * 7)) {
      case 0:
        return `<!-- ${text(true)} -->`;
      case 1:
        return `<template><div>${text(true)}</div></template>`;
      case 2:
        return `<div hidden>${nodes(depth - 1, true)}</div>`;
      case 3:
        return `<details><summary>${text(isHidden)}</summary>${nodes(depth - 1, true)}</details>`;
      case 4:
        return `<img src="cid:a" alt="${text(true)}">`;
      case 5:
        return `<!--[if mso]><p>${text(true)}</p><![endif]-->`;
      default:
        return `<input type="hidden" value="${text(true)}">`;
    }
  };

  const nodes = (depth: number, isHidden: boolean): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => node(depth, isHidden)).join("");

  const body = nodes(5, false) + nodes(5, false);
  const sheet = rules.length === 0 ? "" : `<style>${rules.join("\n")}</style>`;
  // Rules hold for what stands before them too.
  const html = `<!doctype html><html><body>${random() < 0.5 ? sheet + body : body + sheet}</body></html>`;
  return { html, visible, hidden };
}
