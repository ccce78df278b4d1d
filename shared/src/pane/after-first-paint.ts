/**
 * Runs `start` after the page's static skeleton has been painted. Scripts that are there at once would otherwise run
 * before the first frame, and the person would look at an empty pane while they do. Hidden panes paint no frames:
 * there a timer starts it.
 */
export function afterFirstPaint(start: () => void): void {
  let started = false;
  const once = () => {
    if (started) return;
    started = true;
    start();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 300);
}
