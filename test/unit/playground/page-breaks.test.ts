import { findPageBreaks, type BreakInput } from "../../../playground/src/page/document/page-breaks";

type Block = BreakInput["blocks"][number];

/** Blocks one below the other. */
function blocks(...list: readonly (Partial<Block> & { height: number })[]): Block[] {
  let top = 0;
  return list.map(({ height, ...block }) => {
    const placed = {
      top,
      bottom: top + height,
      notes: 0,
      breakBefore: false,
      breakAfter: false,
      keepWithPrevious: false,
      keepWithNext: false,
      ...block,
    };
    top += height;
    return placed;
  });
}

const page = { capacity: 100, noteHeights: [], noteFrame: 0 };

test("a page ends before the block that does not fit", () => {
  expect(findPageBreaks({ ...page, blocks: blocks({ height: 60 }, { height: 40 }, { height: 1 }) })).toEqual([2]);
  expect(findPageBreaks({ ...page, blocks: blocks({ height: 60 }, { height: 41 }, { height: 60 }) })).toEqual([1, 2]);
  expect(findPageBreaks({ ...page, blocks: [] })).toEqual([]);
});

test("a block higher than a page has a page to itself", () => {
  expect(findPageBreaks({ ...page, blocks: blocks({ height: 10 }, { height: 250 }, { height: 10 }) })).toEqual([1, 2]);
});

test("headings go with what follows, and merged rows stay together", () => {
  const heading = { height: 20, keepWithNext: true };
  expect(findPageBreaks({ ...page, blocks: blocks({ height: 60 }, heading, heading, { height: 30 }) })).toEqual([1]);
  const merged = { height: 30, keepWithPrevious: true };
  expect(findPageBreaks({ ...page, blocks: blocks({ height: 50 }, { height: 30 }, merged) })).toEqual([1]);
});

test("a chain of headings that fills the whole page is broken all the same", () => {
  const heading = { height: 60, keepWithNext: true };
  expect(findPageBreaks({ ...page, blocks: blocks(heading, heading, heading) })).toEqual([1, 2]);
});

test("breaks of the author are kept", () => {
  const input = blocks(
    { height: 10 },
    { height: 10, breakBefore: true },
    { height: 10, breakAfter: true },
    { height: 10 },
  );
  expect(findPageBreaks({ ...page, blocks: input })).toEqual([1, 3]);
  expect(findPageBreaks({ ...page, blocks: blocks({ height: 10, breakBefore: true }, { height: 10 }) })).toEqual([]);
});

test("footnotes take room on the page that refers to them, with their frame once", () => {
  const input = blocks({ height: 40, notes: 1 }, { height: 30, notes: 1 }, { height: 20 });
  const withNotes = { capacity: 100, noteHeights: [10, 10], blocks: input };
  expect(findPageBreaks({ ...withNotes, noteFrame: 5 })).toEqual([2]);
  expect(findPageBreaks({ ...withNotes, noteFrame: 15 })).toEqual([1]);
  expect(findPageBreaks({ capacity: 120, noteHeights: [10, 10], noteFrame: 5, blocks: input })).toEqual([]);
});
