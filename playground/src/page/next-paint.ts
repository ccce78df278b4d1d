/** Resolves when the browser has shown what was changed so far; work that blocks follows after that. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
