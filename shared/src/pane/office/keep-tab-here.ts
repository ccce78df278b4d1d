/**
 * Lets the browser move on from what has the focus without being a stop of Tab: a heading that was gone to, a tab that
 * arrow keys lead to. Office.js on the web takes every Tab, looks for the focus among the stops of the page, and leaves
 * the pane for the document when it is not one of them. It listens at the window, after the document. Returns the way
 * to stop.
 */
export function keepTabHere(): () => void {
  const keep = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (key === "Tab" && target instanceof HTMLElement && target.tabIndex < 0) event.stopPropagation();
  };
  document.addEventListener("keydown", keep);
  return () => document.removeEventListener("keydown", keep);
}
