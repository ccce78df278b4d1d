import { countLines, judgeLabelledLines } from "./labelled-lines";

describe("lines of minutes that were judged by hand", () => {
  test.each([
    ["first.txt", 40, 37],
    ["second.txt", 40, 35],
  ])("%s: so many true lines stay, so many false ones go", (name, kept, caught) => {
    const count = countLines(judgeLabelledLines(name));
    expect(count.kept).toBeGreaterThanOrEqual(kept);
    expect(count.caught).toBeGreaterThanOrEqual(caught);
  });
});
