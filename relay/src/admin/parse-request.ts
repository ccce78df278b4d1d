import { GenaiError } from "@genai-office/shared/vocabulary";
import * as v from "valibot";
import { firstIssueOnly } from "../routes/limited-schemas";
import { firstPlace } from "../routes/step-schema";

/** What a request of the admin page says. @throws GenaiError "bad-request" that names the place, never the value */
export function parseRequest<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input, firstIssueOnly);
  if (parsed.success) return parsed.output;
  throw new GenaiError("bad-request", `the request is not understood: ${firstPlace(parsed.issues)}`);
}
