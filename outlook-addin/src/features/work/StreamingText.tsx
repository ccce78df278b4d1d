import { useResultStyles } from "./result-styles";

/** Words as they stream. */
export function StreamingText({ text }: { text: string }) {
  const styles = useResultStyles();
  return (
    <p className={styles.text} data-part="streaming">
      {text}
    </p>
  );
}
