/** One statement of an output and the blocks it rests on. */
export interface Statement {
  /** The statement's words, without citation marks. */
  text: string;
  /** Ids of the source blocks it cites; empty when the model cited nothing that exists. */
  sources: string[];
  /** Layout of the statement in the output. */
  layout: "sentence" | "bullet" | "heading";
}
