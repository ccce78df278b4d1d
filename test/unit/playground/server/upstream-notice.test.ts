import { readEnvironment } from "@genai-office/relay";
import { upstreamNotices } from "../../../../playground/src/server/upstream-notice";

const server = { GENAI_UPSTREAM_URL: "https://gateway.example/openai/v1", GENAI_UPSTREAM_MODEL: "model-name" };

test("without a server of one's own nothing is said", () => {
  expect(upstreamNotices(readEnvironment({}))).toEqual([]);
});

test("the model is named with the class it may receive and the setting that changes it", () => {
  const uncleared = upstreamNotices(readEnvironment(server));
  expect(uncleared).toEqual([
    "Model model-name may receive 機密性1 only; GENAI_UPSTREAM_CLEARANCE=2 lets it receive 機密性2 as well.",
  ]);
  const [cleared] = upstreamNotices(readEnvironment({ ...server, GENAI_UPSTREAM_CLEARANCE: "2" }));
  expect(cleared).toContain("機密性1 and 2");
});

test("a clearance that the region takes back is not promised", () => {
  const settings = { ...server, GENAI_UPSTREAM_CLEARANCE: "2", GENAI_UPSTREAM_REGION: "other" };
  expect(upstreamNotices(readEnvironment(settings))).toEqual([
    "Model model-name may receive 機密性1 only: it is cleared for 2, but does not run in Japan.",
  ]);
});

test("a server without a model, and no address in any line", () => {
  const notices = upstreamNotices(readEnvironment({ GENAI_UPSTREAM_URL: server.GENAI_UPSTREAM_URL }));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain("GENAI_UPSTREAM_MODEL");
  expect(notices[0]).not.toContain("https://");
});
