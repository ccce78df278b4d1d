import { makeStyles, tokens } from "@fluentui/react-components";

/** What the pages of 調べる have in common. */
export const useResearchStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
  head: { display: "flex", alignItems: "flex-start", gap: "4px", minWidth: 0 },
  title: {
    margin: 0,
    fontSize: "16px",
    lineHeight: "24px",
    paddingTop: "4px",
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
    overflowWrap: "anywhere",
    minWidth: 0,
  },
  heading: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: "anywhere" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "6px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  choice: {
    width: "100%",
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: "normal",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: "block", minWidth: 0, overflowWrap: "anywhere" },
  // Also of an app that cannot be chosen: its name and the reason have to be read.
  name: { display: "block", color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  reason: { display: "block", color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  detail: { display: "block", color: tokens.colorNeutralForeground3 },
});
