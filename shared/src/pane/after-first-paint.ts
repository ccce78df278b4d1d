/** A hidden pane paints nothing; it starts after this long all the same. */
const longestWaitMs = 300;

/**
 * Runs `start` after the page's static skeleton has been painted. Scripts that are there at once would otherwise run
 * before the first frame is on the screen, and the person would look at an empty pane while they do.
 */
export function afterFirstPaint(start: () => void): void {
  let started = false;
  const once = () => {
    if (started) return;
    started = true;
    observer.disconnect();
    start();
  };
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) once();
  });
  observer.observe({ type: "paint", buffered: true });
  setTimeout(once, longestWaitMs);
}
