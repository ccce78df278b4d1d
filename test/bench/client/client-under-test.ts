/** What a client made of one request. */
export interface Answer {
  text: string;
  finish: string | null;
}

/** One of the three clients of the measure: sends a request for a model, returns the joined words. */
export type ClientUnderTest = (baseUrl: string, model: string) => Promise<Answer>;

export const messages = [{ role: "user" as const, content: "前年度との比較を要約してください。" }];
