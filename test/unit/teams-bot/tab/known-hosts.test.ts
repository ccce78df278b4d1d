import { hostOrigin, hostsOfPolicy, keepHostListHere } from "../../../../teams-bot/tab/teams/known-hosts";

function page(change: object): Window {
  const window = { location: {}, document: { referrer: "" }, ...change } as { parent?: unknown };
  return { parent: {}, ...window } as unknown as Window;
}

test.each([
  [
    "the page around the tab",
    { location: { ancestorOrigins: ["https://teams.microsoft.com"] } },
    ["https://teams.microsoft.com"],
  ],
  [
    "the page that led to it",
    { document: { referrer: "https://localhost:8444/teams?x=1" } },
    ["https://localhost:8444"],
  ],
  ["nobody by plain http", { location: { ancestorOrigins: ["http://teams.example"] } }, []],
  ["nobody who does not tell", {}, []],
])("messages are taken of %s", (_name, change, origins) => {
  expect(hostOrigin(page(change))).toEqual(origins);
});

test("a page that nobody shows takes messages of nobody", () => {
  const alone = page({ document: { referrer: "https://teams.microsoft.com/" } }) as { parent: unknown };
  alone.parent = alone;
  expect(hostOrigin(alone as Window)).toEqual([]);
});

test("the list of hosts is asked of no other server; everything else is", async () => {
  const asked: string[] = [];
  const window = {
    fetch: (input: string) => {
      asked.push(input);
      return Promise.resolve(new Response("{}"));
    },
  } as unknown as Window;
  keepHostListHere(window);
  await expect(window.fetch("https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json")).rejects.toThrow(
    TypeError,
  );
  await window.fetch("/api/jobs");
  expect(asked).toEqual(["/api/jobs"]);
});

test.each([
  [
    "default-src 'self'; frame-ancestors 'self' https://teams.microsoft.com https://*.cloud.microsoft; base-uri 'none'",
    ["https://teams.microsoft.com", "https://*.cloud.microsoft"],
  ],
  ["frame-ancestors https://* https://*.* http://teams.example https://gov.example:8443", ["https://gov.example:8443"]],
  ["default-src https://elsewhere.example", []],
  ["frame-ancestors 'none'", []],
  [null, []],
])("who may show the tab may open its window: %s", (policy, hosts) => {
  expect(hostsOfPolicy(policy)).toEqual(hosts);
});
