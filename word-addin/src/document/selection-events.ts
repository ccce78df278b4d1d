/** Calls back whenever the selection moved in Word; the returned function stops it. */
export function observeSelection(handler: () => void): () => void {
  const { document } = Office.context;
  document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, handler);
  return () => document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler });
}
