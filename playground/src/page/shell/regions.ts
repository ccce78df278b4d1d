type Region = HTMLElement | (() => void);

/**
 * F6 goes from region to region and Shift+F6 back, as in Office. A function stands for a region in another document: its
 * keys are not heard here, so that other ways (Escape) lead out of it.
 */
export function attachRegions(regions: readonly Region[]): void {
  followInput();
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const here = regions.findIndex(
      (region) => region instanceof HTMLElement && region.contains(document.activeElement),
    );
    const step = event.shiftKey ? -1 : 1;
    enter(regions.at((here + step) % regions.length));
  });
}

function enter(region: Region | undefined): void {
  if (typeof region === "function") region();
  else if (region && region.tabIndex >= 0) region.focus();
  else
    Array.from(region?.querySelectorAll("button") ?? [])
      .find((button) => button.checkVisibility())
      ?.focus();
}

/**
 * Notes how the person moves about. An element with a caret counts as focused by keyboard whatever the person does
 * (:focus-visible), and a frame around the document at every click would be a nuisance.
 */
function followInput(): void {
  const root = document.documentElement;
  const note = (how: "keyboard" | "pointer") => (root.dataset["enteredBy"] = how);
  document.addEventListener("pointerdown", () => note("pointer"), true);
  document.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Tab" || key === "F6") note("keyboard");
    },
    true,
  );
}
