import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { LazyPart } from "../../../shared/src/pane/LazyPart";
import { lazyView } from "../../../shared/src/pane/lazy-view";
import { renderPane } from "./render-pane";

beforeEach(() => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it("a part that cannot be drawn says so, and nothing of the connection; it is drawn again, or left", async () => {
  let broken = true;
  let left = 0;
  function Part() {
    if (broken) throw new TypeError("x is not a function");
    return <p>描けた</p>;
  }
  renderPane(
    <LazyPart onBack={() => (left += 1)}>
      <Part />
    </LazyPart>,
  );
  const told = screen.getByRole("alert").textContent;
  expect(told).toContain("この部分を表示できませんでした");
  expect(told).not.toContain("中継サーバー");
  await userEvent.click(screen.getByRole("button", { name: "戻る" }));
  expect(left).toBe(1);
  expect(screen.getByRole("alert")).toBeTruthy();
  broken = false;
  await userEvent.click(screen.getByRole("button", { name: "もう一度試す" }));
  expect(screen.getByText("描けた")).toBeTruthy();
});

it("a part that does not come is asked for again", async () => {
  let asked = 0;
  const View = lazyView(() => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error("offline")) : Promise.resolve({ default: () => <p>届いた</p> });
  });
  renderPane(
    <LazyPart onBack={() => undefined}>
      <View />
    </LazyPart>,
  );
  await act(async () => undefined);
  expect(screen.getByRole("alert").textContent).toContain("中継サーバーにつながりませんでした");
  await userEvent.click(screen.getByRole("button", { name: "もう一度試す" }));
  expect(await screen.findByText("届いた")).toBeTruthy();
});
