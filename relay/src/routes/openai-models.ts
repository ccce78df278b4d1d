import { isRetired } from "@genai-office/shared/models";
import { Hono } from "hono";
import { callerOf } from "../policy/caller";
import { todayInJapan } from "../policy/accept-step";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";

/** GET /v1/models: the models a foreign client can chat with, in the OpenAI shape. */
export function openaiModelRoutes({ catalogueFor }: RelayServices): Hono<RelayEnvironment> {
  return new Hono<RelayEnvironment>().get("/", (context) => {
    context.header("Cache-Control", "no-store");
    const data = catalogueFor(callerOf(context).section)
      .models.filter((card) => card.tasks.includes("chat") && !isRetired(card, todayInJapan()))
      .map((card) => ({ id: card.id, object: "model", created: 0, owned_by: card.maker }));
    return context.json({ object: "list", data });
  });
}
