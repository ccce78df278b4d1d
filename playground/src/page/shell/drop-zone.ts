/** Opens files that are dropped anywhere on the page; without this the browser would leave the page for the file. */
export function attachDropZone(page: HTMLElement, hint: HTMLElement, open: (files: readonly File[]) => void): void {
  let depth = 0;
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const show = (isOver: boolean) => {
    if (!isOver) depth = 0;
    hint.hidden = !isOver;
  };
  page.addEventListener("dragenter", (event) => {
    if (!isFile(event)) return;
    depth += 1;
    show(true);
  });
  page.addEventListener("dragleave", (event) => {
    if (!isFile(event)) return;
    depth -= 1;
    if (depth <= 0) show(false);
  });
  page.addEventListener("dragover", (event) => {
    if (isFile(event)) event.preventDefault();
  });
  page.addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    show(false);
    open(Array.from(event.dataTransfer?.files ?? []));
  });
}
