import { createFrameBatcher } from "@genai-office/shared/pane";

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

describe("createFrameBatcher", () => {
  it("hands a burst on once, in order, with the next frame", async () => {
    const batches: number[][] = [];
    const batcher = createFrameBatcher<number>((items) => batches.push(items));
    for (let item = 0; item < 100; item += 1) batcher.push(item);
    expect(batches).toEqual([]);
    await frame();
    await frame();
    expect(batches).toEqual([Array.from({ length: 100 }, (_, item) => item)]);
  });

  it("hands on at once when flushed, and nothing afterwards", async () => {
    const batches: string[][] = [];
    const batcher = createFrameBatcher<string>((items) => batches.push(items));
    batcher.push("一");
    batcher.flush();
    expect(batches).toEqual([["一"]]);
    await frame();
    await frame();
    expect(batches).toHaveLength(1);
  });

  it("forgets when cancelled, and works again afterwards", async () => {
    const batches: string[][] = [];
    const batcher = createFrameBatcher<string>((items) => batches.push(items));
    batcher.push("一");
    batcher.cancel();
    await frame();
    await frame();
    expect(batches).toEqual([]);
    batcher.push("二");
    await frame();
    await frame();
    expect(batches).toEqual([["二"]]);
  });

  it("goes on in a hidden pane, where no frame is painted", async () => {
    const hidden = jest.spyOn(document, "hidden", "get").mockReturnValue(true);
    const batches: string[][] = [];
    createFrameBatcher<string>((items) => batches.push(items)).push("一");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(batches).toEqual([["一"]]);
    hidden.mockRestore();
  });
});
