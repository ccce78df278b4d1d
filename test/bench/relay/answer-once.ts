import { promptVersions } from "@genai-office/shared/prompts";
import { stepOf } from "../../support/test-step";

/** Waits until a relay has answered a step to its end: its database is open then, and what a crash left is put in order. */
export async function answerOnce(port: number, token: string): Promise<void> {
  const step = { ...stepOf("summarize"), model: "quick", promptVersion: promptVersions.summarize, declaredClass: "1" };
  const response = await fetch(`http://127.0.0.1:${port}/api/steps`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify(step),
  });
  if (!(await response.text()).includes('"type":"finished"')) throw new Error(`the relay answered ${response.status}`);
}
