import { createAiAppClient, createExappsClient, type LookRhythm } from "@genai-office/shared/gateway/apps";
import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import type { ReceivedRequest, Reply } from "../../../support/model-server";
import { bodyReply, jsonReply, type Part } from "../../../support/model-server-replies";
import { stepOf, testCard } from "../../../support/test-step";
import type { ContractUnderTest } from "../contract-under-test";
import { noWords } from "../reasons";

const form = { input_text: { title: "入力", type: "textarea" } };
const card = testCard({ id: "apps" });
const credentials = async (): Promise<Record<string, string>> => ({
  Authorization: "Bearer token",
  "x-api-key": "key",
});

/** Looks follow each other fast, but not at all in the case that waits. */
const rhythm: LookRhythm = () => 10_000;

const research = (app: string) => {
  const step = stepOf("research");
  return { ...step, options: { ...step.options, app, inputs: { values: { input_text: "法律" }, files: {} } } };
};

/** What both contracts have in common: one document as the answer, errors in the same field as answers. */
const shared = {
  without: {
    ...noWords,
    "content-filter": "no reply of an app says that a filter spoke",
    "length-stop": "no reply of an app says that it was cut",
  },
  expected: {
    // Half of a document.
    "clean-end-without-terminal": { outcome: "failed", code: "malformed-response" },
  },
  answer: (words: string) => [JSON.stringify({ outputs: words, artifacts: [], usageMetadata: [] })],
  beginning: (words: string): Part[] => [`{"outputs":"${words.slice(0, 8)}`],
  errorInside: (secret: string) => [JSON.stringify({ outputs: secret, error: { message: secret, details: secret } })],
  malformed: (secret: string) => [`{"outputs":"${secret}`],
  open: (parts, options) => bodyReply(parts, { ...options, headers: { "Content-Type": "application/json" } }),
  refusal: (status, secret, headers) => jsonReply({ outputs: secret }, status, headers),
  accepted: () =>
    jsonReply(
      { outputs: "リクエストを受け付けました", request_id: "r1", status: "PENDING", status_url: "/status/r1" },
      202,
    ),
} satisfies Partial<ContractUnderTest>;

/** Whatever is asked besides the invocation is answered as GENAI does. */
function besides(invocation: Reply): Reply {
  return (response, request) => {
    if (request.method === "POST") return invocation(response, request);
    const path = new URL(request.path, "http://genai").pathname;
    if (path === "/teams/team/exapps/app")
      return jsonReply({ teamId: "team", exAppId: "app", placeholder: JSON.stringify(form) })(response, request);
    if (path === "/exapps/histories") return jsonReply({ history: [] })(response, request);
    return jsonReply({ message: "Missing Authentication Token" }, 403)(response, request);
  };
}

const isInvocation = ({ method }: ReceivedRequest): boolean => method === "POST";

export const exapps: ContractUnderTest = {
  ...shared,
  name: "exapps",
  run: (origin, transport, signal): AsyncIterable<GenerateEvent> =>
    createExappsClient({ baseUrl: origin, credentials, card, rhythm, ...transport }).run(
      research(`${card.id}/team/app`),
      {
        signal,
      },
    ),
  route: besides,
  isAsked: isInvocation,
};

export const aiApp: ContractUnderTest = {
  ...shared,
  name: "ai-app",
  run: (origin, transport, signal): AsyncIterable<GenerateEvent> =>
    createAiAppClient({
      invokeUrl: `${origin}/invoke`,
      app: { id: "app", name: "app", form },
      caller: "caller",
      credentials,
      card,
      rhythm,
      ...transport,
    }).run(research(`${card.id}/app`), { signal }),
  isAsked: isInvocation,
};
