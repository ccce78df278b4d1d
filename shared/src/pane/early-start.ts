/** What a person did on the page of a pane before the pane's own code was there. */
export interface EarlyStart {
  /** True when the task was started and not stopped again; from now on that is the pane's affair, and it is told once. */
  take(): boolean;
  /** True when the focus stood on the button that the pane's own has replaced. */
  readonly hadFocus: boolean;
}

/**
 * The start button of the skeleton (taskpane.html) works before the pane does: a click is taken down, answered at once and
 * carried out when the code has come; a second one takes it back. The page delivers the button disabled, so that none is
 * pressed before somebody listens.
 *
 * @param page with one `[data-part=primary]`, or none: then nothing can be started early
 */
export function watchEarlyStart(page: ParentNode): EarlyStart {
  const button = page.querySelector<HTMLButtonElement>("button[data-part=primary]");
  let isStarted = false;
  let isPressed = false;
  let hadFocus = false;
  if (button !== null) {
    const tell = (): void => {
      button.dataset["phase"] = isStarted ? "connecting" : "idle";
    };
    button.addEventListener("click", (event) => {
      // The second click of a double click must not stop what the first one started.
      if (isStarted && event.detail > 1) return;
      isStarted = !isStarted;
      tell();
    });
    button.addEventListener("pointerdown", (event) => (isPressed = event.button === 0));
    for (const end of ["pointerup", "pointercancel"]) page.addEventListener(end, () => (isPressed = false));
    button.addEventListener("focus", () => (hadFocus = true));
    // A button that is taken away loses the focus, too; that it had it is what counts then.
    button.addEventListener("blur", () => (hadFocus = !button.isConnected));
    tell();
    button.disabled = false;
  }
  return {
    take() {
      // Pressed on this button and released on the pane's own, a pointer clicks neither: the press counts.
      const taken = isStarted !== isPressed;
      isStarted = false;
      isPressed = false;
      return taken;
    },
    get hadFocus() {
      return hadFocus;
    },
  };
}
