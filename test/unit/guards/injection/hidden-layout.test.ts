import { readHtml } from "@genai-office/shared/guards/injection";

const secret = "裏の文です";

const boxed = (style: string, inner: string = secret): string => `<div style="${style}">${inner}</div>`;

/** Each hides the words by where a box stands, or by what else stands there. */
const tricks: [name: string, html: string, reason: string][] = [
  [
    "white below a dark box",
    boxed("position:relative;background:#000;height:40px", boxed("position:absolute;top:60px;color:#fff")),
    "color",
  ],
  [
    "white beside a dark box",
    boxed(
      "position:relative;background:#000;width:200px;color:#eee",
      `k<p><b style="position:absolute;left:100%;color:#fff">${secret}</b></p>`,
    ),
    "color",
  ],
  [
    "a sheet over the box",
    boxed("position:relative", `${secret}<div style="position:absolute;inset:0;background:#fff"></div>`),
    "covered",
  ],
  [
    "a sheet by width and height",
    boxed(
      "position:relative",
      `${secret}<i style="position:absolute;top:0;left:0;width:100%;height:100%;background:white"></i>`,
    ),
    "covered",
  ],
  [
    "a sheet in front, which lies above what has no layer",
    boxed("position:relative", `<i style="position:absolute;inset:0;background:#eee"></i><b>${secret}</b>`),
    "covered",
  ],
  ["a sheet over the page", `<p>${secret}</p><div style="position:fixed;inset:0;background:#fff"></div>`, "covered"],
  [
    "a sheet that a rule draws",
    `<style>.k{position:relative}.k::after{content:"";position:absolute;inset:0;background:#fff}</style><p class=k>${secret}</p>`,
    "covered",
  ],
  [
    "a layer under the ground of its box",
    boxed("background:#fff", `<p style="position:relative;z-index:-1">${secret}</p>`),
    "covered",
  ],
  [
    "a box drawn up over the one before",
    `<p style="height:20px">${secret}</p><p style="position:relative;margin-top:-20px;height:24px;background:#fff"></p>`,
    "covered",
  ],
  [
    "two boxes in one cell of a grid",
    boxed(
      "display:grid",
      `<p style="grid-area:1/1">${secret}</p><p style="grid-area:1/1;background:#fff;position:relative"></p>`,
    ),
    "covered",
  ],
  [
    "a picture pushes it out",
    boxed("overflow:hidden;width:100px;height:20px", `<img width=100 height=100 alt="">${secret}`),
    "zero-size",
  ],
  ["lines push it out", boxed("overflow:hidden;height:20px", `<br><br><br>${secret}`), "zero-size"],
  [
    "a paragraph pushes it out",
    boxed("overflow:hidden;height:20px", `<p>一行目</p><p>二行目</p><p>${secret}</p>`),
    "zero-size",
  ],
  [
    "only one line is shown",
    boxed(
      "display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden",
      `一行目<br>二行目<br>${secret}`,
    ),
    "zero-size",
  ],
  [
    "a box in the line pushes it aside",
    boxed("overflow:hidden;width:100px;white-space:nowrap", `<i style="padding-left:200px">${secret}</i>`),
    "zero-size",
  ],
  ["moved down", boxed("overflow:hidden;height:90px", boxed("transform:translateY(150px)")), "zero-size"],
  [
    "below a box that clips",
    boxed("overflow:hidden;height:90px;position:relative", boxed("position:absolute;top:100%")),
    "off-screen",
  ],
  [
    "left of a box that clips",
    boxed("overflow:hidden;width:200px", boxed("margin-left:-250px;width:200px")),
    "off-screen",
  ],
  ["a row without height", boxed("display:grid;grid-template-rows:0fr", boxed("overflow:hidden")), "zero-size"],
  ["a flexible box without width", boxed("display:flex", boxed("flex:0;overflow:hidden")), "zero-size"],
  ["a box whose size is its own affair", boxed("contain:strict"), "zero-size"],
  ["font-size-adjust", boxed("font-size-adjust:0"), "tiny"],
  ["the back of a card", boxed("transform:rotateY(180deg);backface-visibility:hidden"), "clipped"],
  ["a corner of a box", boxed("clip-path:inset(0 0 0 90%)"), "clipped"],
  ["filters that make it white", boxed("filter:brightness(0) invert(1)"), "color"],
  ["a filter that makes all of it black", boxed("background:#fff;filter:brightness(0)"), "color"],
  ["cut out of nothing", boxed("background-clip:text;color:transparent"), "color"],
  ["cut out of white", boxed("background:#fff;background-clip:text;color:transparent"), "color"],
  ["white made of white", boxed("color:rgb(from white r g b)"), "color"],
  ["white in OKLCh", boxed("color:oklch(1 0 0)"), "color"],
  [
    "the first of two gradients",
    boxed("background:linear-gradient(#fff,#fff),linear-gradient(#000,#000);color:#fff"),
    "color",
  ],
  ["a gradient of one point", boxed("background:linear-gradient(#000,#000) no-repeat 0 0/1px 1px;color:#fff"), "color"],
  ["the ground of a box without height", boxed("background:#000;height:0;color:#fff"), "color"],
  ["the ground of a line", `<span style="background:#000"><div style="color:#fff">${secret}</div></span>`, "color"],
  ["the colour of links", `<body link=white><a href="https://example.jp">${secret}</a>`, "color"],
  ["a column that is folded", `<table><col style="visibility:collapse"><tr><td>${secret}<td>k</table>`, "visibility"],
];

/** Each shows the words, by what a trick might look like. */
const innocents: [name: string, html: string][] = [
  ["zoom of nought, which is none", boxed("zoom:0")],
  [
    "white within a dark box",
    boxed("position:relative;background:#000;height:80px", boxed("position:absolute;top:50px;color:#fff")),
  ],
  [
    "white below a dark box, in a dark page",
    boxed(
      "background:#111",
      boxed("position:relative;background:#000", boxed("position:absolute;top:100%;color:#fff")),
    ),
  ],
  [
    "white that hangs on a higher box than the one it leaves",
    boxed(
      "position:relative;height:20px",
      boxed("background:#000;height:300px", boxed("position:absolute;top:50px;color:#fff")),
    ),
  ],
  [
    "black below a dark box",
    boxed("position:relative;background:#000;color:#fff", boxed("position:absolute;top:100%;color:#222")),
  ],
  ["hung on the right and drawn back", boxed("position:absolute;left:100%;transform:translateX(-100%)")],
  ["hung at the foot and drawn back", boxed("position:absolute;top:100%;transform:translateY(-100%)")],
  ["in the middle", boxed("position:fixed;left:50%;top:50%;transform:translate(-50%,-50%)")],
  ["above its place", boxed("transform:translateY(-100%)")],
  ["there and back", boxed("transform:translateX(-600px) translateX(600px)")],
  ["a line is not moved", `<span style="transform:translateX(-100%)">${secret}</span>`],
  ["margin and padding", boxed("margin-left:-600px;padding-left:600px")],
  ["margin and offset", boxed("position:relative;left:-5000px;margin-left:5000px")],
  ["padding in a box without height", boxed("height:0;overflow:hidden;padding:20px")],
  ["least height", boxed("height:0;overflow:hidden;min-height:30px")],
  ["hung farther out than the box that clips", boxed("height:0;overflow:hidden", boxed("position:absolute"))],
  ["letters with an outline", boxed("color:#fff;-webkit-text-stroke:1px #000")],
  [
    "a picture of a colour behind",
    boxed(
      "position:relative",
      `<i style="position:absolute;inset:0;background:#036"></i><h1 style="position:relative;color:#fff">${secret}</h1>`,
    ),
  ],
  [
    "a ground of a layer below",
    boxed(
      "position:relative;z-index:0",
      `<i style="position:absolute;inset:0;background:#036;z-index:-1"></i><b style="color:#fff">${secret}</b>`,
    ),
  ],
  [
    "a veil",
    boxed("position:relative", `<i style="position:absolute;inset:0;background:rgba(255,255,255,.3)"></i>${secret}`),
  ],
  [
    "a frame that a rule draws",
    `<style>.k{position:relative}.k::after{content:"";position:absolute;inset:0;border:1px solid red}</style><p class=k>${secret}</p>`,
  ],
  [
    "a line under it",
    `<style>.k{position:relative}.k::after{content:"";position:absolute;left:0;bottom:0;height:2px;width:100%;background:#00f}</style><p class=k>${secret}</p>`,
  ],
  ["the column's ground", `<table><col><col bgcolor="#000000"><tr><td>k<td style="color:#fff">${secret}</table>`],
  [
    "cut out of colours",
    boxed("background:linear-gradient(90deg,#f00,#00f);background-clip:text;color:transparent", `<p>${secret}</p>`),
  ],
  ["the second line of an indent", boxed("text-indent:-9999px", `<br>${secret}`)],
  ["hanging indent", boxed("text-indent:-400px;padding-left:400px")],
  ["dark by a filter", boxed("background:#fff;filter:invert(1)")],
  ["a box of lines", boxed("overflow:hidden;height:60px", `一行目<br>${secret}`)],
  ["as much as is shown", boxed("-webkit-line-clamp:3;display:-webkit-box;overflow:hidden", `一行目<br>${secret}`)],
  ["a red of another kind", boxed("background:lch(50% 0 0);color:lch(50% 80 40)")],
];

const around = (html: string): string => `<p>表の文です</p>${html}<p>表の文です</p>`;

test.each(tricks)("hides: %s", (_, html, reason) => {
  const { visible, hidden } = readHtml(html.startsWith("<body") ? html : `<!doctype html>${around(html)}`);
  expect(visible).not.toContain(secret);
  expect(hidden).toContainEqual(expect.objectContaining({ text: expect.stringContaining(secret) as string, reason }));
});

test.each(innocents)("shows: %s", (_, html) => {
  const { visible, hidden } = readHtml(`<!doctype html>${around(html)}`);
  expect(visible).toContain(secret);
  expect(hidden.map(({ text }) => text)).not.toContain(secret);
});

test("what is surely behind the end of a box is cut off from a long paragraph", () => {
  const start = "始まりの文。".repeat(10);
  const { visible, hidden } = readHtml(
    boxed("overflow:hidden;height:40px;width:400px", `${start}${"続く文。".repeat(60)}${secret}`),
  );
  expect(visible).toContain("始まりの文。始まりの文。");
  expect(visible).not.toContain(secret);
  expect(hidden).toEqual([{ text: expect.stringContaining(secret) as string, reason: "zero-size" }]);
});
