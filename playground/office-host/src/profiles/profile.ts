export type ProfileId = "web" | "windows" | "mac" | "ltsc-2024" | "ltsc-2021";

/** Requirement set name -> highest version, as a host announces it: `{ "WordApi": "1.9" }`. */
export type RequirementMatrix = Readonly<Record<string, string>>;

/** An Office edition: what it announces, and the documented misbehaviour that its emulation reproduces. */
export interface Profile {
  readonly id: ProfileId;
  /** As people call it: "Word LTSC 2021 (Windows)". */
  readonly name: string;
  /** What `Office.context.platform` would be there. The npm office.js answers "OfficeOnline" under every profile. */
  readonly platform: "OfficeOnline" | "PC" | "Mac";
  readonly requirements: RequirementMatrix;
  readonly behaviours: Behaviours;
}

/** Where editions differ in what they do. Only behaviours that the emulation implements are listed. */
export interface Behaviours {
  /** Milliseconds that a round trip takes at least. Real figures vary; tests set their own with `beforeReply`. */
  readonly syncLatency: number;
}
