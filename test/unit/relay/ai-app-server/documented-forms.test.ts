import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aiApps } from "../../../../relay/src/ai-app-server/apps";

const page = readFileSync(join(__dirname, "../../../../docs/ai-app.md"), "utf8");

/** The forms of the page by task. */
const documented = new Map(
  [...page.matchAll(/^### `(\w+)`\n\n```json\n([\s\S]*?)\n```/gm)].map(([, task, json]) => [task, json!]),
);

test("the page shows the form of every app, and of no other", () => {
  expect([...documented.keys()].sort()).toEqual([...aiApps.keys()].sort());
});

test.each([...aiApps.keys()])("the form of %s is what the relay serves, in the same order", (task) => {
  const form = aiApps.get(task)!.form;
  expect(JSON.stringify(JSON.parse(documented.get(task)!))).toBe(JSON.stringify(form));
});

const types = ["text", "number", "textarea", "file", "select", "checkbox", "radio", "hidden"];

test.each([...aiApps.values()].map((app) => [app.task, app.form] as const))(
  "the form of %s is one that GENAI takes: known types, Japanese titles, defaults among the items",
  (_, form) => {
    for (const field of Object.values(form)) {
      expect(types).toContain(field.type);
      expect(field.title).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      if (!("items" in field)) continue;
      expect(field.items.length).toBeGreaterThan(0);
      if (field.default_value !== undefined)
        expect(field.items.map(({ value }) => value)).toContain(field.default_value);
    }
    expect(form["confirmed"]).toMatchObject({ type: "checkbox", items: [{ value: "confirmed" }] });
  },
);
