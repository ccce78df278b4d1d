import { entraSettings } from "../../../support/entra/relay-settings";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { acceptedEncodings } from "../../../../relay/src/static-files/accepted-encoding";
import { fillTemplate, pageLocale } from "../../../../relay/src/static-files/html-template";
import { safePath } from "../../../../relay/src/static-files/safe-path";
import { securityHeaders } from "../../../../relay/src/static-files/security-headers";
import { createStaticFiles, type StaticFiles } from "../../../../relay/src/static-files/static-files";

describe("static files", () => {
  let root: string;
  let files: StaticFiles;
  const script = "console.log('日本語');".repeat(50);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "relay-static-"));
    mkdirSync(join(root, "word"));
    mkdirSync(join(root, "assets"));
    mkdirSync(join(root, "playground"));
    writeFileSync(
      join(root, "word/taskpane.html"),
      '<html lang="{{locale}}"><title>{{displayName}}</title><script src="{{officeJsUrl}}"></script>{{other}}',
    );
    writeFileSync(join(root, "assets/word.0123456789abcdef.js"), script);
    writeFileSync(join(root, "assets/word.0123456789abcdef.js.gz"), gzipSync(script));
    writeFileSync(join(root, "assets/plain.js"), script);
    writeFileSync(join(root, "assets/plain.js.gz"), gzipSync(script));
    writeFileSync(join(root, "assets/icon.png"), "png");
    writeFileSync(join(root, "playground/index.html"), "host page");
    files = createStaticFiles({
      root,
      hiddenFolders: ["playground"],
      template: {
        officeScripts: "",
        officeJsUrl: "https://cdn.example/office.js?a=1&b=2",
        displayName: '<AI>"アシスト"',
        signIn: "development",
      },
    });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response | undefined> {
    return files(new Request(`https://localhost${path}`, { headers, method }), path);
  }

  test("what a folder's pages are told can differ from the others'", async () => {
    mkdirSync(join(root, "outlook"));
    for (const folder of ["word", "outlook"]) writeFileSync(join(root, folder, "scripts.html"), "{{officeScripts}}");
    const template = { officeScripts: "/word.js", officeJsUrl: "", displayName: "", signIn: "development" } as const;
    const own = createStaticFiles({ root, template, templateOf: { outlook: { officeScripts: "/mail.js" } } });
    const texts = ["/word/scripts.html", "/outlook/scripts.html", "//outlook/scripts.html"].map(async (path) =>
      (await own(new Request(`https://localhost${path}`), path))!.text(),
    );
    expect(await Promise.all(texts)).toEqual(["/word.js", "/mail.js", "/mail.js"]);
  });

  test("HTML is filled in, escaped, and revalidated each time", async () => {
    const response = (await get("/word/taskpane.html", { "accept-language": "en-US,ja;q=0.5" }))!;
    expect(await response.text()).toBe(
      '<html lang="en"><title>&lt;AI&gt;&quot;アシスト&quot;</title><script src="https://cdn.example/office.js?a=1&amp;b=2"></script>{{other}}',
    );
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const again = (await get("/word/taskpane.html", {
      "accept-language": "en",
      "if-none-match": response.headers.get("etag")!,
    }))!;
    expect(again.status).toBe(304);
    const japanese = (await get("/word/taskpane.html", { "if-none-match": response.headers.get("etag")! }))!;
    expect(japanese.status).toBe(200);
  });

  test("hashed names are kept for ever, others are revalidated", async () => {
    expect((await get("/assets/word.0123456789abcdef.js"))!.headers.get("cache-control")).toContain("immutable");
    expect((await get("/assets/icon.png"))!.headers.get("cache-control")).toBe("no-cache");
  });

  test("a precompressed twin is served with its length, unless it is older than its file", async () => {
    const path = "/assets/word.0123456789abcdef.js";
    const response = (await get(path, { "accept-encoding": "gzip, deflate, br" }))!;
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("content-type")).toContain("text/javascript");
    const body = Buffer.from(await response.arrayBuffer());
    expect(body.equals(gzipSync(script))).toBe(true);
    expect(Number(response.headers.get("content-length"))).toBe(body.length);
    expect((await get(path))!.headers.get("content-encoding")).toBeNull();
    expect((await get("/assets/plain.js", { "accept-encoding": "gzip" }))!.headers.get("content-encoding")).toBe(
      "gzip",
    );
    utimesSync(join(root, "assets/plain.js.gz"), new Date(0), new Date(0));
    expect((await get("/assets/plain.js", { "accept-encoding": "gzip" }))!.headers.get("content-encoding")).toBeNull();
  });

  test("HEAD has no body, other methods and hidden folders have no answer", async () => {
    expect(await (await get("/assets/icon.png", {}, "HEAD"))!.text()).toBe("");
    expect(await get("/assets/icon.png", {}, "POST")).toBeUndefined();
    expect(await get("/playground/index.html")).toBeUndefined();
    expect(await get("/%70layground/index.html")).toBeUndefined();
    expect(await get("//playground/index.html")).toBeUndefined();
    expect(await get("/word/absent.html")).toBeUndefined();
    expect(await get("/word")).toBeUndefined();
  });

  test.each([
    "/../secret",
    "/%2e%2e/secret",
    "/a/..%2f..%2fsecret",
    "/.git/config",
    "/a\\b",
    "/c:/x",
    "/a%00.js",
    "/%E0%A4%A",
  ])("%s is no path of ours", (path) => expect(safePath("/root", path)).toBeUndefined());

  test("a folder means its index.html", () => {
    expect(safePath("/root", "/teams/")).toBe(join("/root", "teams", "index.html"));
  });
});

test("placeholders only by name, and an attribute that lost its quotes gets them back", () => {
  const values = {
    locale: "ja" as const,
    displayName: "AI アシスト",
    officeJsUrl: "/o.js",
    officeScripts: "/a.js /b.js",
    signIn: "entra" as const,
  };
  expect(
    fillTemplate(
      "<html lang={{locale}}><meta content={{displayName}} x><b c='{{displayName}}'>{{displayName}}",
      values,
    ),
  ).toBe(`<html lang="ja"><meta content="AI アシスト" x><b c='AI アシスト'>AI アシスト`);
  expect(fillTemplate('<meta content="{{officeJsUrl}} {{officeScripts}}">', values)).toBe(
    '<meta content="/o.js /a.js /b.js">',
  );
  expect(
    fillTemplate("{{locale}}{{ locale }}{{constructor}}", {
      locale: "ja",
      displayName: "",
      officeJsUrl: "",
      officeScripts: "",
      signIn: "development",
    }),
  ).toBe("ja{{ locale }}{{constructor}}");
});

test.each([
  [undefined, "ja"],
  ["ja-JP,en;q=0.9", "ja"],
  ["en-GB", "en"],
  ["fr,en;q=0.3,ja;q=0.2", "en"],
  ["en;q=0,fr", "ja"],
  ["zh-Hant", "ja"],
])("Accept-Language %s reads %s", (header, locale) => expect(pageLocale(header)).toBe(locale));

test.each([
  ["gzip, br", ["br", "gzip"]],
  ["br;q=0, gzip", ["gzip"]],
  ["*", ["br", "gzip"]],
  ["identity", []],
  [undefined, []],
])("Accept-Encoding %s accepts %j", (header, encodings) => {
  expect(acceptedEncodings(header).map(({ encoding }) => encoding)).toEqual(encodings);
});

describe("security headers", () => {
  test("scripts come from us, the office.js CDN and its MicrosoftAjax; data goes to us only", () => {
    const policy = securityHeaders({
      officeJsUrl: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      frameAncestors: ["https://*.office.com"],
    })["Content-Security-Policy"]!;
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com;");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'self' https://*.office.com");
  });

  test("where people sign in, the login service may be spoken to and framed, and nobody else", () => {
    const config = {
      officeJsUrl: "/o.js",
      frameAncestors: [],
      entra: entraSettings({ origin: "https://login.example" }),
    };
    const policy = securityHeaders(config)["Content-Security-Policy"]!;
    expect(policy).toContain("connect-src 'self' https://login.example;");
    expect(policy).toContain("frame-src 'self' https://login.example;");
    expect(policy).toContain("script-src 'self';");
  });

  test("a local office.js needs nobody else", () => {
    const headers = securityHeaders({ officeJsUrl: "/office-js/office.js", frameAncestors: [] });
    expect(headers["Content-Security-Policy"]).toContain("script-src 'self';");
    expect(headers["Origin-Agent-Cluster"]).toBe("?1");
  });
});
