import { forgetPageSession, relaySession } from "../../../shared/src/pane/relay-session";

const hour = 3_600_000;
const start = Date.parse("2026-11-21T00:00:00Z");

/** What a pane that is opened at this time says. */
function opened(at: number): string {
  forgetPageSession();
  return relaySession(at);
}

beforeEach(() => {
  window.localStorage.clear();
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it("is 256 random bits, the same for all panes of a machine", () => {
  const session = opened(start);
  expect(session).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(opened(start + hour)).toBe(session);
  window.localStorage.clear();
  expect(opened(start)).not.toBe(session);
});

it("ends when nobody used it for half a day", () => {
  const session = opened(start);
  expect(opened(start + 11 * hour)).toBe(session);
  expect(opened(start + 22 * hour)).toBe(session);
  expect(opened(start + 35 * hour)).not.toBe(session);
});

it("is kept as long as there are inquiries, whose tickets belong to it", () => {
  const session = opened(start);
  window.localStorage.setItem("genai-office.inquiries", '[{"id":"1"}]');
  expect(opened(start + 300 * hour)).toBe(session);
  window.localStorage.setItem("genai-office.inquiries", "[]");
  expect(opened(start + 600 * hour)).not.toBe(session);
});

it("is made anew of anything else that is stored, and lives with the page where nothing may be", () => {
  window.localStorage.setItem("genai-office.session", '{"session":"short","usedAt":1}');
  expect(opened(start)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  jest.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const session = opened(start);
  expect(relaySession(start + 100 * hour)).toBe(session);
});
