/** A line as the stand-in model writes it, and what of it has to be looked for in the result. */
export interface WrittenLine {
  kind: "discussion" | "decision" | "action";
  text: string;
  owner?: string;
  due?: string;
  /** Number of the utterance it cites. */
  cites: number;
  /** What is wrong with it; undefined for a true line. */
  fault?: Fault;
}

export const faults = ["figure", "owner", "due", "proposal", "invented", "citation", "denial", "speaker"] as const;
export type Fault = (typeof faults)[number];

const words = { discussion: "議論", decision: "決定", action: "宿題" } as const;

/** The form that the prompt asks for. */
export function formatLine({ kind, text, owner, due, cites }: WrittenLine): string {
  const fields = kind === "action" ? `｜担当：${owner ?? "未定"}｜期限：${due ?? "未定"}` : "";
  return `${words[kind]}：${text}${fields} [${cites}]`;
}
