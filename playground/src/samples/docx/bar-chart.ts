import { encodePng } from "./png";

export interface Bar {
  /** Digits, dot, percent sign and R only: the chart carries its own tiny letters. */
  readonly label: string;
  readonly value: number;
  readonly valueLabel: string;
}

const glyphs: Readonly<Record<string, string>> = {
  "0": "01110100011001110101110011000101110",
  "1": "00100011000010000100001000010001110",
  "2": "01110100010000100010001000100011111",
  "3": "11111000100010000010000011000101110",
  "4": "00010001100101010010111110001000010",
  "5": "11111100001111000001000011000101110",
  "6": "00110010001000011110100011000101110",
  "7": "11111000010001000100010000100001000",
  "8": "01110100011000101110100011000101110",
  "9": "01110100011000101111000010001001100",
  ".": "00000000000000000000000000110001100",
  "%": "11000110010001000100010001001100011",
  R: "11110100011000111110101001001010001",
};
const glyphWidth = 5;
const glyphHeight = 7;

const palette = ["FFFFFF", "D5DBE5", "4D5B73", "1F4E8C", "C2410C"];
const colour = { background: 0, grid: 1, text: 2, bar: 3, emphasis: 4 };

/**
 * A bar chart as PNG; the last bar is emphasized. Drawn by hand, so that no font and no drawing library of the
 * machine decides what the sample looks like.
 */
export function drawBarChart(bars: readonly Bar[], maximum: number, gridStep: number): Uint8Array {
  const width = 1240;
  const height = 620;
  const pixels = new Uint8Array(width * height);
  const fill = (x: number, y: number, w: number, h: number, index: number) => {
    for (let row = y; row < y + h; row++) pixels.fill(index, row * width + x, row * width + x + w);
  };
  const write = (text: string, centre: number, top: number, scale: number, index: number) => {
    let x = Math.round(centre - (text.length * (glyphWidth + 1) - 1) * scale * 0.5);
    for (const letter of text) {
      const glyph = glyphs[letter];
      if (glyph === undefined) throw new Error(`The chart has no letter for ${letter}`);
      for (let at = 0; at < glyphWidth * glyphHeight; at++)
        if (glyph[at] === "1")
          fill(x + (at % glyphWidth) * scale, top + Math.floor(at / glyphWidth) * scale, scale, scale, index);
      x += (glyphWidth + 1) * scale;
    }
  };
  const left = 110;
  const right = width - 30;
  const bottom = height - 80;
  const top = 50;
  const yOf = (value: number) => Math.round(bottom - (value / maximum) * (bottom - top));
  for (let value = 0; value <= maximum; value += gridStep) {
    fill(left, yOf(value), right - left, 2, value === 0 ? colour.text : colour.grid);
    write(String(value), left - 45, yOf(value) - 12, 4, colour.text);
  }
  const step = (right - left) / bars.length;
  bars.forEach((bar, at) => {
    const centre = left + step * (at + 0.5);
    const barWidth = Math.round(step * 0.56);
    const index = at === bars.length - 1 ? colour.emphasis : colour.bar;
    fill(Math.round(centre - barWidth / 2), yOf(bar.value), barWidth, bottom - yOf(bar.value), index);
    write(bar.valueLabel, centre, yOf(bar.value) - 38, 4, index);
    write(bar.label, centre, bottom + 24, 5, colour.text);
  });
  return encodePng({ width, height, pixels, palette });
}
