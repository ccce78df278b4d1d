import { createNodeOffice, type NodeOffice } from "@genai-office/office-host/node";
import { hostError } from "@genai-office/office-host";
import { TinyDocument } from "../tiny-host";

async function open(...texts: string[]): Promise<{ office: NodeOffice; document: TinyDocument }> {
  const document = new TinyDocument(...texts);
  return { office: await createNodeOffice({ root: document }), document };
}

interface OfficeError extends Error {
  code: string;
  debugInfo: { errorLocation: string; statement?: string };
}

async function failure(action: () => Promise<unknown>): Promise<OfficeError> {
  try {
    await action();
  } catch (error) {
    return error as OfficeError;
  }
  throw new Error("It did not fail.");
}

describe("the real Word proxies in Node", () => {
  it("reads a collection with navigation properties in one round trip", async () => {
    const { office } = await open("総則", "目的");
    const read = await office.Word.run(async (context) => {
      const paragraphs = context.document.body.paragraphs;
      paragraphs.load("items/text,items/font/bold");
      await context.sync();
      return paragraphs.items.map((paragraph) => [paragraph.text, paragraph.font.bold]);
    });
    expect(read).toEqual([
      ["総則", false],
      ["目的", false],
    ]);
    expect(office.syncs.filter((sync) => !sync.cleanup)).toHaveLength(1);
  });

  it("releases every reference when a run ends, and keeps tracked objects", async () => {
    const { office } = await open("一", "二");
    const tracked = await office.Word.run(async (context) => {
      const paragraphs = context.document.body.paragraphs.load("items/text");
      await context.sync();
      const second = paragraphs.items[1];
      second?.track();
      return second;
    });
    expect(office.interpreter.liveReferences).toBe(1);
    await office.Word.run(tracked as Word.Paragraph, async (context) => {
      tracked?.load("style");
      await context.sync();
      expect(tracked?.style).toBe("Normal");
      tracked?.untrack();
    });
    expect(office.interpreter.liveReferences).toBe(0);
  });

  it("does not release a paragraph that another run still uses", async () => {
    const { office } = await open("一");
    const text = await office.Word.run(async (outer) => {
      const first = outer.document.body.paragraphs.getFirst();
      first.load("text");
      await outer.sync();
      await office.Word.run(async (inner) => {
        inner.document.body.paragraphs.getFirst().load("text");
        await inner.sync();
      });
      first.load("style");
      await outer.sync();
      return first.style;
    });
    expect(text).toBe("Normal");
  });

  it("re-sends the original path of an object that is used after its run", async () => {
    const { office } = await open("一", "二");
    const second = await office.Word.run(async (context) => {
      const paragraphs = context.document.body.paragraphs.load("items");
      await context.sync();
      return paragraphs.items[1] as Word.Paragraph;
    });
    second.load("text");
    await second.context.sync();
    expect(second.text).toBe("二");
  });

  it("throws PropertyNotLoaded for what was not loaded", async () => {
    const { office } = await open("一");
    const error = await failure(() =>
      office.Word.run(async (context) => {
        const first = context.document.body.paragraphs.getFirst();
        await context.sync();
        return first.text;
      }),
    );
    expect(error.code).toBe("PropertyNotLoaded");
  });

  it("names code, place and statement of a failure", async () => {
    const { office } = await open("一");
    const error = await failure(() =>
      office.Word.run(async (context) => {
        context.document.body.paragraphs.getFirst().getNext();
        await context.sync();
      }),
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(office.OfficeExtension.Error);
    expect(error.code).toBe("ItemNotFound");
    expect(error.debugInfo.errorLocation).toBe("Paragraph.getNext");
    expect(error.debugInfo.statement).toContain("getNext()");
  });

  it("gives null objects for ...OrNullObject members that find nothing", async () => {
    const { office } = await open("一");
    const states = await office.Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      const next = first.getNextOrNullObject();
      next.load("text");
      const table = first.parentTableOrNullObject;
      table.load("rowCount");
      await context.sync();
      return [first.isNullObject, next.isNullObject, table.isNullObject];
    });
    expect(states).toEqual([false, true, true]);
  });

  it("writes properties, also of nested objects, and reads them back in the same batch", async () => {
    const { office, document } = await open("一");
    await office.Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      first.style = "Heading 1";
      first.font.bold = true;
      context.document.changeTrackingMode = "TrackAll";
      first.load("style,font/bold");
      await context.sync();
      expect([first.style, first.font.bold]).toEqual(["Heading 1", true]);
    });
    expect(document.body.paragraphs[0]?.font.bold).toBe(true);
    expect(document.changeTrackingMode).toBe("TrackAll");
    expect(office.syncs[0]?.writes).toBe(true);
  });

  it("awaits asynchronous methods in order", async () => {
    const { office, document } = await open();
    await office.Word.run(async (context) => {
      for (const text of ["一", "二", "三"]) context.document.body.insertParagraph(text, "End");
      await context.sync();
    });
    expect(document.body.paragraphs.map((paragraph) => paragraph.text)).toEqual(["一", "二", "三"]);
  });

  it("passes objects as arguments", async () => {
    const { office } = await open("一", "二");
    const relation = await office.Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst();
      const second = first.getNext();
      // Only ranges have it; the paragraph proxy takes the same path to the host.
      const result = (office.OfficeExtension as unknown as InnerRuntime).BatchApiHelper.invokeMethod(
        first,
        "CompareLocationWith",
        1,
        [second],
        4,
        0,
      );
      await context.sync();
      return result.value;
    });
    expect(relation).toBe("Before");
  });

  it("fails loudly on what the host does not emulate", async () => {
    const { office } = await open("一");
    const error = await failure(() =>
      office.Word.run(async (context) => {
        context.document.body.getHtml();
        await context.sync();
      }),
    );
    expect([error.code, error.message]).toEqual(["NotImplemented", "Body.getHtml is not emulated"]);
  });

  it("updates and retrieves as JSON where the runtime offers it", async () => {
    const { office, document } = await open("一", "二");
    const retrieved = await office.Word.run(async (context) => {
      const first = context.document.body.paragraphs.getFirst() as unknown as Retrievable;
      const result = first.retrieve("text,font/bold");
      await context.sync();
      return [result.text, result.font.bold];
    });
    expect(retrieved).toEqual(["一", false]);
    expect(document.body.paragraphs).toHaveLength(2);
  });

  it("announces what the profile has", async () => {
    const root = new TinyDocument();
    const old = await createNodeOffice({ root, profile: "ltsc-2021" });
    const supports = (name: string, version: string) => old.Office.context.requirements.isSetSupported(name, version);
    expect([supports("WordApi", "1.3"), supports("WordApi", "1.4"), supports("WordApiOnline", "1.1")]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("injects delays and transport errors", async () => {
    const document = new TinyDocument("一");
    const answers = [{ errorCode: hostError.activityLimitReached }, { delay: 60 }];
    const office = await createNodeOffice({ root: document, beforeReply: () => answers.shift() });
    const read = () =>
      office.Word.run(async (context) => {
        const body = context.document.body.load("text");
        await context.sync();
        return body.text;
      });
    expect((await failure(read)).code).toBe("ActivityLimitReached");
    const start = performance.now();
    expect(await read()).toBe("一");
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  it("installs its globals and restores the former ones", async () => {
    const { office } = await open("一");
    const before = Object.getOwnPropertyDescriptor(globalThis, "Word");
    const restore = office.installGlobals();
    expect((globalThis as { Word?: unknown }).Word).toBe(office.Word);
    restore();
    expect(Object.getOwnPropertyDescriptor(globalThis, "Word")).toEqual(before);
  });
});

interface InnerRuntime {
  BatchApiHelper: {
    invokeMethod(...args: unknown[]): { value: unknown };
  };
}

interface Retrievable {
  retrieve(select: string): { text: string; font: { bold: boolean } };
}
