import { countLines, judgeLabelledLines } from "./labelled-lines";

describe("lines of minutes that were judged by hand", () => {
  test.each([
    ["first.txt", 41, 53],
    ["second.txt", 41, 53],
    ["blind.txt", 36, 52],
  ])("%s: so many true lines stay, so many false ones go", (name, kept, caught) => {
    const count = countLines(judgeLabelledLines(name));
    expect(count.kept).toBeGreaterThanOrEqual(kept);
    expect(count.caught).toBeGreaterThanOrEqual(caught);
  });
});
