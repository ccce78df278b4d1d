import { officeJsDirectory } from "@genai-office/office-host/node";

describe("the folder of office.js", () => {
  it("is the npm package's, or another copy that the environment names", () => {
    expect(officeJsDirectory()).toMatch(/@microsoft.office-js.dist$/);
    process.env["OFFICE_JS_DIR"] = "/some/where";
    try {
      expect(officeJsDirectory()).toBe("/some/where");
    } finally {
      delete process.env["OFFICE_JS_DIR"];
    }
  });
});
