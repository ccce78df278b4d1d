/** A person turns to the pane by one of these. */
const signs = ["pointerover", "pointerdown", "keydown", "focusin"] as const;

/** After so long the message is looked at all the same: what it hides is told to who only reads. Milliseconds. */
const restMs = 4_000;

/**
 * Resolves when a person first turns to the pane, and some seconds after the pane was opened at the latest. Looking into a
 * message takes the reader of HTML, which is larger than the pane itself: it does not come before the pane can be used.
 */
export function firstAttention(pane: Window = window): Promise<void> {
  return new Promise((resolve) => {
    const attended = (): void => {
      clearTimeout(timer);
      for (const sign of signs) pane.removeEventListener(sign, attended, { capture: true });
      resolve();
    };
    const timer = setTimeout(attended, restMs);
    for (const sign of signs) pane.addEventListener(sign, attended, { capture: true, passive: true });
  });
}
