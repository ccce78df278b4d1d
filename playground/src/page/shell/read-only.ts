/**
 * Gives the document a caret, so that people can select by keyboard as in Word, and keeps every key from changing what
 * is drawn: only the host changes the document. `onTyping` tells the person so; `onDamaged` draws anew, because text
 * that an input method composes cannot be refused before it is there.
 */
export function makeReadOnly(sheet: HTMLElement, onTyping: () => void, onDamaged: () => void): void {
  sheet.contentEditable = "true";
  sheet.spellcheck = false;
  sheet.addEventListener("beforeinput", (event) => {
    event.preventDefault();
    onTyping();
  });
  sheet.addEventListener("compositionend", onDamaged);
  sheet.addEventListener("dragstart", (event) => event.preventDefault());
  // In an editable element links are not followed; as in Word, Ctrl and a click open them.
  sheet.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (!link) return;
    event.preventDefault();
    if (link.href && (event.ctrlKey || event.metaKey)) window.open(link.href, "_blank", "noopener,noreferrer");
  });
}
