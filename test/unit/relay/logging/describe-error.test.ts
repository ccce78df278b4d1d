import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { describeError } from "../../../../relay/src/logging/describe-error";

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("did not throw");
}

describe("describeError", () => {
  test("names an unexpected error by class and places, never by its message, which may quote a text", () => {
    const cause = thrownBy(() => JSON.parse("秘密の本文"));
    const described = describeError(asGenaiError(cause));
    expect(described).toMatchObject({ code: "internal", cause: "SyntaxError" });
    expect(described.stack!.length).toBeGreaterThan(0);
    expect(described.stack!.every((line) => line.startsWith("at "))).toBe(true);
    expect(JSON.stringify(described)).not.toContain("秘密");
  });

  test("a message of several lines does not slip in as a stack", () => {
    const error = new Error("一行目\n    at 秘密の本文 の 一行\n    at 本文:1:2)");
    expect(JSON.stringify(describeError(asGenaiError(error)))).not.toContain("本文");
  });

  test("tells code, phase, status, the upstream's id and the system's error code", () => {
    const cause = Object.assign(new TypeError("terminated: 本文"), { code: "ECONNRESET" });
    const error = new GenaiError("timeout", "message", { phase: "idle", status: 200, requestId: "up-1", cause });
    expect(describeError(error)).toEqual({
      code: "timeout",
      phase: "idle",
      status: 200,
      upstreamRequestId: "up-1",
      cause: "TypeError ECONNRESET",
    });
  });
});
