import { keepTabHere } from "../../../shared/src/pane/office/keep-tab-here";

it("keeps Tab from who listens at the window, only where the focus is on no stop of Tab", () => {
  document.body.innerHTML = '<h2 tabindex="-1">題</h2><button>押す</button>';
  const heard: string[] = [];
  const listen = ({ key, target }: KeyboardEvent) => heard.push(`${key} ${(target as Element).tagName}`);
  window.addEventListener("keydown", listen);
  const stop = keepTabHere();
  const press = (selector: string, key: string) =>
    document.querySelector(selector)!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  press("h2", "Tab");
  press("h2", "Escape");
  press("button", "Tab");
  stop();
  press("h2", "Tab");
  window.removeEventListener("keydown", listen);
  expect(heard).toEqual(["Escape H2", "Tab BUTTON", "Tab H2"]);
});
