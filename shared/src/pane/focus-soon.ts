/** Something that may get the focus, as it is found when it is due. */
export type FocusTarget = () => HTMLElement | null | undefined;

/**
 * Moves the focus to the first of these that is there, once what was clicked has been drawn. For clicks that take away
 * what was clicked: the focus would fall to the page, and a keyboard would begin anew.
 */
export function focusSoon(...targets: FocusTarget[]): void {
  requestAnimationFrame(() => {
    for (const target of targets) {
      const element = target();
      if (element === null || element === undefined) continue;
      element.focus();
      return;
    }
  });
}

/** By a selector of CSS. */
export function bySelector(selector: string): FocusTarget {
  return () => document.querySelector<HTMLElement>(selector);
}

/** By the value of a data attribute, which may hold anything; `inside` is looked for in it. */
export function byData(attribute: string, value: string, inside?: string): FocusTarget {
  return () => {
    const elements = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)];
    const found = elements.find((element) => element.getAttribute(attribute) === value);
    return inside === undefined ? found : found?.querySelector<HTMLElement>(inside);
  };
}
