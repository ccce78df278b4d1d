/** Font size (CSS pixels) under which a text is not read but hidden. */
export const leastFontSize = 4;
/** Opacity under which a text is not seen. */
export const leastOpacity = 0.1;
