import { DevelopmentNote } from "../../../shared/src/pane/DevelopmentNote";
import { renderPane } from "./render-pane";

afterEach(() => document.head.querySelector("meta[name=sign-in]")?.remove());

it.each([
  ["development", 1],
  ["entra", 0],
  ["{{signIn}}", 0],
])("a page whose server says %s has %i note that nobody signs in", (content, notes) => {
  const meta = document.createElement("meta");
  meta.name = "sign-in";
  meta.content = content;
  document.head.append(meta);
  const { container } = renderPane(<DevelopmentNote />);
  expect(container.querySelectorAll("[data-part=development-mode]")).toHaveLength(notes);
});
