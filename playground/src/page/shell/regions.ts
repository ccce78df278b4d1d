type Region = HTMLElement | (() => void);

/** F6 goes from region to region and Shift+F6 back, as in Office. A function stands for a region in another document. */
export function attachRegions(regions: readonly Region[]): void {
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
  else if (region) (region.isContentEditable ? region : region.querySelector<HTMLElement>("button"))?.focus();
}
