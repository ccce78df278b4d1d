import { VisibleWriter } from "../../../../shared/src/guards/injection/html/visible-writer";
import { expectLinearTime } from "../../../support/processor-time";

function blocksOf(write: (writer: VisibleWriter) => void): string[] {
  const writer = new VisibleWriter();
  write(writer);
  return writer.finish().map(({ text }) => text);
}

test("white space of one block is what browsers show, however its pieces come", () => {
  const written = blocksOf((writer) => {
    for (const piece of ["a ", " b", " ", " "]) writer.text(piece, false);
    writer.lineBreak();
    for (const piece of [" ", "c", "  d"]) writer.text(piece, false);
    writer.text("  e \n", true);
    writer.text(" f", false);
  });
  expect(written).toEqual(["a b\nc d  e\nf"]);
});

test("a block is open while it shows something", () => {
  const writer = new VisibleWriter();
  writer.text("\u00a0 ", true);
  expect(writer.isOpen).toBe(false);
  writer.text("a", false);
  expect(writer.isOpen).toBe(true);
  writer.boundary();
  expect(writer.isOpen).toBe(false);
});

test.each(["lines", "pieces", "spaces"])(
  "a block of a hundred thousand %s takes no more than their number",
  async (kind) => {
    // Looked at as one text with each of them, it took minutes.
    await expectLinearTime(
      (count) =>
        blocksOf((writer) => {
          for (let index = 0; index < count; index += 1) {
            writer.text(kind === "spaces" ? " " : "a", kind === "spaces");
            if (kind === "lines") writer.lineBreak();
            if (!writer.isOpen && kind !== "spaces") throw new Error("nothing is open");
          }
          writer.lineBreak();
        }),
      25_000,
    );
  },
);
