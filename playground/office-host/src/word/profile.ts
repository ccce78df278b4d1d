import type { TextConventions } from "./content/paragraph-content";

/** Which Word is played. Behaviour that differs by platform asks here. */
export interface HostProfile {
  readonly name: "web" | "windows" | "mac";
  readonly text: TextConventions;
  /** Language of built-in style names: "Heading 1" or "見出し 1". */
  readonly styleNames: "en" | "ja";
}

export const webProfile: HostProfile = { name: "web", text: { noteReference: "" }, styleNames: "en" };
