import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Tells screen readers, when they pause, what changed; nothing is seen. Streaming text never goes through here. */
export function LiveMessage({ text }: { text: string }) {
  return (
    <div className={useStyles().hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
}
