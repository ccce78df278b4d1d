import { makeStyles } from "@fluentui/react-components";

/** What the pages have in common. */
export const usePageStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "16px" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: "12px 16px" },
  facts: { display: "grid", gridTemplateColumns: "max-content 1fr", gap: "4px 16px", margin: 0 },
  value: { margin: 0, overflowWrap: "anywhere", minWidth: 0 },
  list: { margin: 0, paddingInlineStart: "20px", display: "flex", flexDirection: "column", gap: "4px" },
});
