import { Button, makeStyles } from "@fluentui/react-components";
import { ErrorMessage, useTexts, useTranslation } from "@genai-office/shared/pane";
import { useResultStyles } from "../work/result-styles";
import { deliveryTexts } from "../reply/delivery-texts";
import { draftTexts } from "./draft-texts";
import type { HandedOver } from "./use-handed-over";

const useStyles = makeStyles({
  text: { maxHeight: "40vh", overflowY: "auto" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** The draft that was left for this message, and what can be done with it. */
export default function HandedOverDraft({ draft }: { draft: HandedOver }) {
  const t = useTranslation();
  const texts = useTexts(draftTexts);
  const told = useTexts(deliveryTexts);
  const shared = useResultStyles();
  const styles = useStyles();
  return (
    <section className={shared.card} aria-label={texts("title")} data-part="handed-over">
      <h2 className={shared.title}>{texts("title")}</h2>
      <p className={shared.quiet}>{texts("about")}</p>
      {draft.text !== undefined && (
        <>
          {/* Once it stands in the body it need not stand here: what became of it is in view instead. */}
          {draft.told !== "inserted" && (
            <div className={styles.text} tabIndex={0} role="region" aria-label={texts("textLabel")}>
              <p className={shared.text}>{draft.text}</p>
            </div>
          )}
          <div className={styles.row}>
            <Button
              appearance={draft.told === "inserted" ? "secondary" : "primary"}
              disabledFocusable={draft.inserting || draft.told === "inserted"}
              onClick={() => void draft.insert()}
              data-part="insert-handed-over"
            >
              {texts("insert")}
            </Button>
            <Button onClick={() => void draft.copy()}>{t("action.copy")}</Button>
            <Button onClick={draft.discard}>{texts("close")}</Button>
          </div>
        </>
      )}
      {draft.error !== undefined && <ErrorMessage error={draft.error} />}
      <p className={shared.quiet} role="status" data-part="handed-over-notice">
        {draft.told !== undefined && told(draft.told)}
      </p>
    </section>
  );
}
