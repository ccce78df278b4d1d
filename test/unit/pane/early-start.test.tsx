import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEarlyStart, watchEarlyStart, type EarlyStart } from "@genai-office/shared/pane";

/** The skeleton's button as the page has it. */
const template = readFileSync(join(__dirname, "../../../shared/src/pane/taskpane.html"), "utf8");
const skeleton = /<button [^>]*data-part="primary"[\s\S]*?<\/button>/.exec(template)![0];
const button = () => document.querySelector<HTMLButtonElement>("[data-part=primary]")!;
const phase = () => button().dataset["phase"];
const user = userEvent.setup();

beforeEach(() => {
  document.body.innerHTML = `<div id="root">${skeleton}</div>`;
});

describe("the skeleton's button", () => {
  it("waits for somebody who listens", () => {
    expect(button().disabled).toBe(true);
    const early = watchEarlyStart(document);
    expect([button().disabled, phase(), early.take()]).toEqual([false, "idle", false]);
  });

  it("starts with one click, is told once", async () => {
    const early = watchEarlyStart(document);
    await user.click(button());
    expect(phase()).toBe("connecting");
    expect([early.take(), early.take()]).toEqual([true, false]);
  });

  it("stops with a second click, and starts with a third", async () => {
    const early = watchEarlyStart(document);
    await user.click(button());
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    button().click();
    expect([phase(), early.take()]).toEqual(["idle", false]);
    button().click();
    expect([phase(), early.take()]).toEqual(["connecting", true]);
  });

  it("is not stopped by the second click of a double click", async () => {
    const early = watchEarlyStart(document);
    await user.dblClick(button());
    expect([phase(), early.take()]).toEqual(["connecting", true]);
  });

  it("counts what is pressed while the pane takes its place, as no click will come of it", async () => {
    const early = watchEarlyStart(document);
    await user.pointer({ keys: "[MouseLeft>]", target: button() });
    expect([early.take(), early.take()]).toEqual([true, false]);
    const again = watchEarlyStart(document);
    await user.pointer([{ keys: "[/MouseLeft]", target: document.body }]);
    await user.pointer({ keys: "[MouseRight>]", target: button() });
    expect(again.take()).toBe(false);
  });

  it("is started by the keyboard", async () => {
    const early = watchEarlyStart(document);
    await user.tab();
    await user.keyboard("{Enter}");
    expect([phase(), early.hadFocus, early.take()]).toEqual(["connecting", true, true]);
  });

  it("may be missing", () => {
    document.body.innerHTML = "";
    const early = watchEarlyStart(document);
    expect([early.hadFocus, early.take()]).toEqual([false, false]);
  });
});

describe("the pane in its place", () => {
  function Pane({ early, onStart }: { early: EarlyStart | undefined; onStart: () => void }) {
    useEarlyStart(early, onStart);
    return (
      <button type="button" data-part="primary">
        要約
      </button>
    );
  }

  it("goes on with what was started and keeps the focus, once", async () => {
    const early = watchEarlyStart(document);
    button().focus();
    await user.keyboard("{Enter}");
    const start = jest.fn();
    document.getElementById("root")!.textContent = "";
    const { rerender } = render(<Pane early={early} onStart={start} />);
    rerender(<Pane early={early} onStart={start} />);
    expect(start).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "要約" }));
  });

  it("starts nothing by itself and leaves the focus elsewhere alone", () => {
    const early = watchEarlyStart(document);
    button().focus();
    button().blur();
    const start = jest.fn();
    document.getElementById("root")!.textContent = "";
    render(<Pane early={early} onStart={start} />);
    render(<Pane early={undefined} onStart={start} />);
    expect(start).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(document.body);
  });
});
