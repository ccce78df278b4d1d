/** What a browser's form holds when a person presses 実行. */
export type FormState = Record<string, string | string[] | boolean | { name: string; bytes: Uint8Array }[]>;

/**
 * `inputs` as GENAI's page makes them of a form: what looks like a number, true or false becomes one, several ticks are
 * joined by commas, files leave their field and stand in `files` in base64.
 */
export function filledInputs(state: FormState): Record<string, unknown> {
  const inputs: Record<string, unknown> = {};
  const files: object[] = [];
  for (const [key, value] of Object.entries(state)) {
    if (typeof value === "boolean") inputs[key] = value;
    else if (typeof value === "string") inputs[key] = typed(value);
    else if (value.every((entry) => typeof entry === "string")) inputs[key] = value.join(",");
    else if (value.length > 0) {
      const own = value as { name: string; bytes: Uint8Array }[];
      files.push({
        key,
        files: own.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes).toString("base64") })),
      });
    }
  }
  return files.length === 0 ? inputs : { ...inputs, files };
}

function typed(text: string): unknown {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  return text === "true" ? true : text === "false" ? false : text;
}
