import { startRelay } from "./relay-under-test";

const keyFile = "/not-read-at-start/key";

test.each([
  ["http://gateway.example/v1", keyFile, 1],
  ["https://gateway.example/v1", keyFile, 0],
  ["http://127.0.0.1:9/v1", keyFile, 0],
  ["http://gateway.example/v1", undefined, 0],
])("one line at start says that a key goes over plain http: %s", async (baseUrl, file, lines) => {
  const { relay, logged } = await startRelay({
    upstreamUrl: baseUrl,
    upstream: { baseUrl, keyHeader: "Authorization", ...(file === undefined ? {} : { keyFile: file }) },
  });
  await relay.stop();
  const warnings = logged().filter(({ msg }) => String(msg).includes("plain http"));
  expect(warnings).toHaveLength(lines);
  for (const warning of warnings) expect(warning).toMatchObject({ level: 40, setting: "GENAI_UPSTREAM_URL" });
});
