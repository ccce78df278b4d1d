import type { RelayConfig, Upstream, UpstreamsConfig } from "@genai-office/relay";
import type { ModelCard } from "@genai-office/shared/vocabulary";
import type { ExampleAppServer } from "./example-app-server";

const form = {
  question: {
    type: "textarea",
    title: "質問",
    desc: "知りたいことを、ふだんの言葉で書いてください。",
    required: true,
    max_length: 400,
  },
  count: { type: "number", title: "条文の数", required: false, default_value: 3, min: 1, max: 5 },
};

const about =
  "この試用環境の中だけで動く例です。日本国憲法の条文から、質問と言葉の重なるものを探します。AIは使わず、外にも出ません。";

/** Settings of a relay with the example apps; for one that has no connection of its own. */
export function withExampleApps(
  settings: Pick<RelayConfig, "catalogue">,
  { invokeUrl, requestsUrl }: Pick<ExampleAppServer, "invokeUrl" | "requestsUrl">,
): Pick<RelayConfig, "catalogue" | "connections"> {
  const upstreams = new Map<string, Upstream>([
    ["example-quick", upstream("quick", "憲法の条文検索", invokeUrl, `${about}すぐに答えます。`)],
    [
      "example-slow",
      upstream("slow", "憲法の条文調査", requestsUrl, `${about}答えまで30秒ほどかかる、長い調査の例です。`),
    ],
  ]);
  const connections: UpstreamsConfig = { upstreams, signIns: new Map() };
  const { catalogue } = settings;
  const models = [...catalogue.models, card("example-quick"), card("example-slow")];
  return { catalogue: { ...catalogue, models }, connections };
}

function upstream(id: string, name: string, invokeUrl: string, description: string): Upstream {
  return {
    contract: "ai-app",
    invokeUrl,
    credentials: { kind: "none" },
    app: { id, name: `例示用のAIアプリ：${name}`, description, howToUse: "", form },
  };
}

/** It runs in the process of the playground: nothing leaves. */
function card(upstreamName: string): ModelCard {
  return {
    id: upstreamName,
    name: { ja: "例示用のAIアプリ", en: "Example AI app" },
    maker: "genai-office-suite",
    domestic: true,
    contract: "ai-app",
    upstream: upstreamName,
    contextTokens: 8000,
    outputTokens: 4000,
    tokensPerCharacter: 1,
    clearance: "2",
    region: "local",
    tasks: ["research"],
    languages: ["ja"],
    assumed: [],
  };
}
