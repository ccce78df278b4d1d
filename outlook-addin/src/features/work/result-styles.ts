import { makeStyles, tokens } from "@fluentui/react-components";

/** What the results of all tasks on mails look like. */
export const useResultStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: "8px", alignItems: "baseline" },
  title: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorBrandForeground1 },
  section: { margin: "4px 0 0", fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: "15px", lineHeight: "26px", overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "8px" },
  item: {
    paddingLeft: "10px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  mine: { borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
  due: { fontWeight: tokens.fontWeightSemibold },
  struck: { textDecorationLine: "line-through" },
});
