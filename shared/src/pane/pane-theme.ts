import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** Indigo (藍), the colour of our own icons; white text on 80 has a contrast of 6.9 to 1. */
const indigo: BrandVariants = {
  10: "#040a16",
  20: "#0a1730",
  30: "#0e234a",
  40: "#122e61",
  50: "#173a78",
  60: "#1c468f",
  70: "#2352a3",
  80: "#2a5db0",
  90: "#426fbb",
  100: "#5a81c6",
  110: "#7294d1",
  120: "#8aa7db",
  130: "#a3bae4",
  140: "#bccded",
  150: "#d6e0f5",
  160: "#eff4fc",
};

/** A Japanese face first: Latin faces would leave kanji to the browser's choice, which may be a Chinese one. */
const faces = {
  fontFamilyBase:
    '"Segoe UI", "Yu Gothic UI", "Meiryo", "Hiragino Sans", "IPAexGothic", "Noto Sans CJK JP", sans-serif',
};

/** No text of the pane is smaller than 14 px, also where a Fluent part would choose 10 or 12. */
const sizes = {
  fontSizeBase100: "14px",
  fontSizeBase200: "14px",
  lineHeightBase100: "20px",
  lineHeightBase200: "20px",
  lineHeightBase300: "22px",
};

export type ThemeName = "light" | "dark";

/** Theme of the pane. High contrast needs none of its own: Fluent's parts and ours obey `forced-colors`. */
export function paneTheme(name: ThemeName): Theme {
  const theme = name === "dark" ? createDarkTheme(indigo) : createLightTheme(indigo);
  const legible =
    name === "dark"
      ? {
          colorBrandForegroundLink: indigo[120],
          colorBrandForegroundLinkHover: indigo[130],
          colorBrandForegroundLinkPressed: indigo[110],
          colorBrandForeground1: indigo[120],
          colorBrandForeground2: indigo[130],
          colorNeutralForeground3: "#c7c7c7",
        }
      : { colorNeutralForeground3: "#525252" };
  return { ...theme, ...faces, ...sizes, ...legible };
}

/**
 * Light or dark, from the background that Office tells (`#rrggbb`); undefined when it tells none,
 * as on the web, where the person's own preference decides.
 */
export function themeOfBackground(background: string | undefined): ThemeName | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(background ?? "")?.[1];
  if (digits === undefined) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
