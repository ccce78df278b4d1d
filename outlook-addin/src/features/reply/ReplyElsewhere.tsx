import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TextTable } from "@genai-office/shared/i18n";
import { useTexts, useTranslation } from "@genai-office/shared/pane";

const texts: TextTable<"title" | "about" | "close"> = {
  ja: {
    title: "開いた返信を確かめてください",
    about:
      "「{subject}」への返信案を開いた瞬間に、別のメールが選ばれました。開いた下書きの件名と宛先を確かめ、別のメールへの返信になっていたら破棄してください。送信はされていません。",
    close: "確かめました",
  },
  en: {
    title: "Check the reply that opened",
    about:
      "Another message was selected at the very moment when the reply to “{subject}” opened. Check the subject and the recipients of the draft, and discard it if it replies to another message. Nothing was sent.",
    close: "Checked",
  },
};

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    alignItems: "flex-start",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { margin: 0, fontSize: "14px", lineHeight: "22px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: "anywhere" },
});

/** Stays until the person has closed it, whichever message is shown by then. */
export default function ReplyElsewhere({ subject, onClose }: { subject: string; onClose(): void }) {
  const t = useTexts(texts);
  const translate = useTranslation();
  const styles = useStyles();
  return (
    <section className={styles.box} role="alert" data-part="reply-elsewhere">
      <h2 className={styles.title}>{t("title")}</h2>
      <p className={styles.text}>{t("about", { subject: subject || translate("mail.noSubject") })}</p>
      <Button onClick={onClose}>{t("close")}</Button>
    </section>
  );
}
