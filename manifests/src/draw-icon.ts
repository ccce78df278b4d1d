import { encode } from "fast-png";

type Colour = [red: number, green: number, blue: number, alpha: number];

const ground: Colour = [31, 63, 143, 255];
const paper: Colour = [255, 255, 255, 255];
const ink: Colour = [31, 63, 143, 255];
const accent: Colour = [255, 176, 32, 255];
const nothing: Colour = [0, 0, 0, 0];

/** Samples along each edge of a pixel; smooths slopes and rounded corners. */
const samples = 4;

function inRoundedSquare(x: number, y: number, inset: number, radius: number): boolean {
  const low = inset + radius;
  const high = 1 - inset - radius;
  const dx = Math.max(low - x, 0, x - high);
  const dy = Math.max(low - y, 0, y - high);
  return Math.hypot(dx, dy) <= radius;
}

/** A sheet of paper with lines of text, the last of which is the short, highlighted summary. */
function colourAt(x: number, y: number, outline: boolean): Colour {
  const lines: [top: number, right: number][] = [
    [0.33, 0.66],
    [0.45, 0.66],
    [0.57, 0.66],
  ];
  const onLine = lines.some(([top, right]) => y >= top && y < top + 0.05 && x >= 0.34 && x < right);
  const onSummary = y >= 0.68 && y < 0.76 && x >= 0.34 && x < 0.55;
  const onPaper = x >= 0.25 && x < 0.75 && y >= 0.2 && y < 0.84;
  if (outline) {
    const border = onPaper && (x < 0.31 || x >= 0.69 || y < 0.26 || y >= 0.78);
    return border || onLine || onSummary ? paper : nothing;
  }
  if (onSummary) return accent;
  if (onLine) return ink;
  if (onPaper) return paper;
  return inRoundedSquare(x, y, 0, 0.18) ? ground : nothing;
}

/**
 * Draws the suite's own icon as a PNG (源内's logo is protected and is not used).
 *
 * @param size edge in pixels
 * @param outline white on transparent, as Teams wants its small icon
 */
export function drawIcon(size: number, outline = false): Uint8Array {
  const data = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = (column + ((sample % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size;
        const [red, green, blue, alpha] = colourAt(x, y, outline);
        sum[0]! += red * alpha;
        sum[1]! += green * alpha;
        sum[2]! += blue * alpha;
        sum[3]! += alpha;
      }
      const alpha = sum[3]!;
      const at = (row * size + column) * 4;
      for (let channel = 0; channel < 3; channel += 1)
        data[at + channel] = alpha === 0 ? 0 : Math.round(sum[channel]! / alpha);
      data[at + 3] = Math.round(alpha / (samples * samples));
    }
  return encode({ width: size, height: size, data, channels: 4, depth: 8 });
}
