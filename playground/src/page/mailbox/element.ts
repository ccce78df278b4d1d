/** An element with its classes and content. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

/** A button that does something when it is clicked. */
export function button(label: string, className: string, run: () => void): HTMLButtonElement {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

/** A drawing of 20 by 20 units, for the eye only. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const paths = {
  clip: "M13.5 6.5 8 12a1.7 1.7 0 0 0 2.4 2.4l6-6a3.3 3.3 0 0 0-4.7-4.7l-6.2 6.2a5 5 0 0 0 7 7l5-5",
  reply: "M8 5 3.5 9.5 8 14M3.5 9.5H11a5.5 5.5 0 0 1 5.5 5.5v1",
  replyAll: "M6.5 5 2 9.5 6.5 14M10.5 5 6 9.5l4.5 4.5M6 9.5h5.5A5 5 0 0 1 16.5 15v1",
  send: "M3 10 17 3l-4 14-3.5-5.5zM9.5 11.5 17 3",
  discard: "M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.4l.8-11",
  pane: "M3 4h14v12H3zM12 4v12",
  close: "m5 5 10 10M15 5 5 15",
} as const;
