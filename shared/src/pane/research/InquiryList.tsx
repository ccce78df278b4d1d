import { Button } from "@fluentui/react-components";
import { byData, focusSoon } from "../focus-soon";
import { appsFocus } from "./apps-focus";
import type { PageProps } from "./AppsPage";
import { inquiryStatus, sinceText } from "./inquiry-text";
import { useResearchStyles } from "./research-styles";
import { useNow } from "./use-now";
import { useResearchTexts } from "./use-session";

/** The inquiries of this machine: which app, what was asked, since when, and how it stands. */
export function InquiryList({ session, state }: PageProps) {
  const { t, tr } = useResearchTexts();
  const styles = useResearchStyles();
  const now = useNow(state.inquiries.some(({ status }) => status === "waiting"));
  return (
    <section className={styles.page} aria-label={tr("inquiries")} data-part="inquiries">
      <h2 className={styles.heading} tabIndex={-1} style={{ outlineStyle: "none" }}>
        {tr("inquiries")}
      </h2>
      {!state.stored && <p className={styles.quiet}>{tr("notStored")}</p>}
      <ul className={styles.list}>
        {state.inquiries.map((inquiry, index) => {
          const question = inquiry.question === "" ? tr("untitled") : inquiry.question;
          const open = () => session.go({ page: "inquiry", id: inquiry.id });
          return (
            <li key={inquiry.id} className={styles.card} data-inquiry={inquiry.id} data-status={inquiry.status}>
              <span className={styles.words}>
                <span className={styles.name}>{question}</span>
                <span className={styles.detail}>
                  {inquiry.appName}・{tr("since", { time: sinceText(t, inquiry.since, now) })}
                </span>
                <span className={styles.words} data-part="inquiry-status">
                  {inquiryStatus(tr, inquiry, now)}
                </span>
              </span>
              <div className={styles.row}>
                <Button size="small" aria-label={`${tr("show")}：${question}`} onClick={open}>
                  {tr("show")}
                </Button>
                {inquiry.status === "waiting" && (
                  <Button
                    size="small"
                    aria-label={`${tr("pause")}：${question}`}
                    title={tr("pauseNote")}
                    data-part="inquiry-pause"
                    onClick={() => {
                      session.inquiries.pause(inquiry.id);
                      focusSoon(byData("data-inquiry", inquiry.id, "[data-part=inquiry-resume]"), ...appsFocus);
                    }}
                  >
                    {tr("pause")}
                  </Button>
                )}
                {inquiry.status === "paused" && (
                  <Button
                    size="small"
                    aria-label={`${tr("resume")}：${question}`}
                    data-part="inquiry-resume"
                    onClick={() => {
                      session.inquiries.resume(inquiry.id);
                      focusSoon(byData("data-inquiry", inquiry.id, "[data-part=inquiry-pause], button"), ...appsFocus);
                    }}
                  >
                    {tr("resume")}
                  </Button>
                )}
                {inquiry.status !== "sending" && (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={`${tr("remove")}：${question}`}
                    title={tr("removeNote")}
                    onClick={() => {
                      const next = state.inquiries[index + 1] ?? state.inquiries[index - 1];
                      session.inquiries.remove(inquiry.id);
                      focusSoon(byData("data-inquiry", next?.id ?? "", "button"), ...appsFocus);
                    }}
                  >
                    {tr("remove")}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
