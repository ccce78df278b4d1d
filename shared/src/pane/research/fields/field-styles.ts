import { makeStyles } from "@fluentui/react-components";

/** Titles, descriptions and items are an app's own, of any length: they break, and no field is wider than the pane. */
export const useFieldStyles = makeStyles({
  field: { minWidth: 0, maxWidth: "100%", overflowWrap: "anywhere" },
  /** The box of a list or a line of text. */
  select: { minWidth: 0, maxWidth: "100%" },
  /** The control inside of the box. */
  list: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
  item: { minWidth: 0, maxWidth: "100%" },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});
