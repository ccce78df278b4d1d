/** A hidden pane paints nothing; it starts after this long all the same. */
const longestWaitMs = 300;

/**
 * Runs `start` after the page's static skeleton has been handed to the screen. Scripts that are there at once would
 * otherwise run before the first frame, and the person would look at an empty pane while they do.
 * The browser's own report of the first paint is not waited for: it comes when the screen shows the frame, which a
 * busy host page can delay by half a second, and by then our code may run beside it.
 */
export function afterFirstPaint(start: () => void): void {
  let started = false;
  const once = () => {
    if (started) return;
    started = true;
    start();
  };
  // The first task after a frame's callbacks: style, layout and paint of that frame are done.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, longestWaitMs);
}
