/** Width of the pane in pixels: Office's own panes start at 320 and go a good deal wider. */
const narrowest = 320;
const widest = 480;
const step = 16;

/** Lets the person drag the border between document and pane, or move it by arrow keys (ARIA window splitter). */
export function attachSplitter(splitter: HTMLElement, pane: HTMLElement): void {
  let width = narrowest;
  const resize = (next: number) => {
    width = Math.round(Math.min(widest, Math.max(narrowest, next)));
    pane.style.width = `${width}px`;
    splitter.setAttribute("aria-valuenow", String(width));
  };
  splitter.setAttribute("role", "separator");
  splitter.setAttribute("aria-orientation", "vertical");
  splitter.setAttribute("aria-valuemin", String(narrowest));
  splitter.setAttribute("aria-valuemax", String(widest));
  splitter.tabIndex = 0;
  resize(narrowest);
  splitter.addEventListener("keydown", (event) => {
    const next = { ArrowLeft: width + step, ArrowRight: width - step, Home: narrowest, End: widest }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  });
  splitter.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    splitter.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const widthThen = width;
    const move = (moved: PointerEvent) => resize(widthThen + from - moved.clientX);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener("lostpointercapture", () => splitter.removeEventListener("pointermove", move), {
      once: true,
    });
  });
}
