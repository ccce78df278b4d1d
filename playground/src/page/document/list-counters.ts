/**
 * Adds the rule of Word that a number starts anew after a number of any higher level: 第2 > 1 > ア after 第1 > 1 > (1) > ア.
 * docx-preview restarts a level only after the level right above it. `styles` holds its style elements.
 */
export function restartLists(styles: HTMLElement): void {
  const text = Array.from(styles.querySelectorAll("style"), (style) => style.textContent).join("\n");
  const resets = /counter-reset:([^;]+);/.exec(text)?.[1] ?? "";
  /** List -> value before the first number, by level. */
  const lists = new Map<string, Map<number, string>>();
  for (const [, list, level, start] of resets.matchAll(/docx-num-(\S+)-(\d+) (-?\d+)/g)) {
    const levels = lists.get(list!) ?? new Map<number, string>();
    lists.set(list!, levels.set(Number(level), start!));
  }
  const rules: string[] = [];
  for (const [list, levels] of lists)
    for (const level of levels.keys()) {
      const deeper = [...levels].filter(([other]) => other > level);
      if (deeper.length === 0) continue;
      const sets = deeper.map(([other, start]) => `docx-num-${list}-${other} ${start}`).join(" ");
      rules.push(`p.docx-num-${list}-${level} { counter-set: ${sets}; }`);
    }
  const style = document.createElement("style");
  style.textContent = rules.join("\n");
  styles.append(style);
}

/** Gives numbers the look of their paragraph's style: docx-preview styles the runs only, and a number is in none. */
export function styleNumbers(styles: HTMLElement): void {
  for (const style of styles.querySelectorAll("style"))
    style.textContent = (style.textContent ?? "").replace(/^(p\.docx_[\w-]+) span \{/gm, "$1 span, $1::before {");
}
