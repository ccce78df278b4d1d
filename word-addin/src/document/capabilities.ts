import type { DocumentCapabilities } from "./document-port";

/** Requirement sets of Word that the document room asks for, by what they bring (office-pitfalls 1.2). */
const sets = {
  /** Ranges, paragraph levels, `isEmpty`: LTSC 2021 stops here. */
  ranges: "1.3",
  /** Comments, change tracking mode, reviewed text. */
  review: "1.4",
  /** Tracked changes as objects, `uniqueLocalId`. */
  trackedChanges: "1.6",
} as const;

/** True when this Word announces the set that `feature` needs. */
export function supports(feature: keyof typeof sets): boolean {
  return Office.context.requirements.isSetSupported("WordApi", sets[feature]);
}

/** What can be offered here. A tracked replacement is offered only where it can also be taken back exactly. */
export function documentCapabilities(): DocumentCapabilities {
  return {
    insertBelow: supports("ranges"),
    replaceTracked: supports("trackedChanges"),
    comment: supports("review"),
  };
}
