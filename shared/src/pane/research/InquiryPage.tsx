import { Button } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { parseCitedAnswer } from "../../tasks/research";
import { ActionBar, type Action } from "../ActionBar";
import { ErrorMessage } from "../ErrorMessage";
import { bySelector, byData, focusSoon } from "../focus-soon";
import { LiveMessage } from "../LiveMessage";
import { Progress } from "../Progress";
import { ShellFooter } from "../ShellFooter";
import { AnswerText, loadRenderer } from "./answer/AnswerText";
import { saveFile } from "./answer/save-file";
import { plainTitles } from "./answer/plain-titles";
import { sourceId, SourceList } from "./answer/SourceList";
import { useAnswerActions } from "./answer/use-answer-actions";
import type { PageProps } from "./AppsPage";
import { inquiryStatus, sinceText } from "./inquiry-text";
import type { Inquiry } from "./jobs/inquiry";
import { PageHead } from "./PageHead";
import type { ResearchHost } from "./research-host";
import { useResearchStyles } from "./research-styles";
import { useNow } from "./use-now";
import { useResearchTexts } from "./use-session";

interface InquiryPageProps extends PageProps {
  inquiry: Inquiry;
  source: "document" | "mail";
  /** True when this Office can be written to. */
  canInsert: boolean | undefined;
  host(): Promise<ResearchHost>;
}

/** What gets the focus when a button of the page has gone with its click. */
const nextHere = [
  bySelector("[data-part=inquiry-resume], [data-part=inquiry-pause]"),
  bySelector("[data-part=inquiry] h2"),
];

/** One inquiry: what was asked, how it stands, and its answer with sources and files. */
export function InquiryPage(props: InquiryPageProps) {
  const { session, state, inquiry } = props;
  const { t, tr } = useResearchTexts();
  const styles = useResearchStyles();
  const { id, status, text, files, error, ticket } = inquiry;
  const now = useNow(status === "waiting");
  const ended = status === "done" || status === "failed";
  useEffect(() => {
    if (ended) session.inquiries.see(id);
  }, [session, id, ended]);
  useEffect(() => {
    // The answer has come while the focus was on a button that is gone now. Never from out of the pane.
    if (ended && document.hasFocus() && document.activeElement === document.body) focusSoon(...nextHere);
  }, [ended]);
  const app = state.offer?.apps.find((one) => one.id === inquiry.app);
  const serviceOf = state.offer?.services.find(({ id: service }) => service === inquiry.service);
  const has = text !== "" || files.length > 0;
  const question = inquiry.question === "" ? tr("untitled") : inquiry.question;
  return (
    <div className={styles.page} data-part="inquiry" data-status={status}>
      <PageHead
        title={inquiry.appName}
        onBack={() => session.go({ page: "apps" })}
        cameFrom={byData("data-inquiry", id, "button")}
      />
      <LiveMessage text={announcement(tr, inquiry)} />
      <p className={styles.text}>
        <span className={styles.detail}>{tr("asked", { time: sinceText(t, inquiry.since, now) })}</span>
        {question}
      </p>
      {status !== "done" && status !== "failed" && (
        <div className={styles.card}>
          {status === "sending" || status === "waiting" ? (
            <div data-part="inquiry-status">
              <Progress label={inquiryStatus(tr, inquiry, now)} />
            </div>
          ) : (
            <p className={styles.text} data-part="inquiry-status">
              {inquiryStatus(tr, inquiry, now)}
            </p>
          )}
          {ticket !== undefined && status === "waiting" && <p className={styles.quiet}>{tr("longNote")}</p>}
          {ticket !== undefined && status === "waiting" && <p className={styles.quiet}>{tr("pauseNote")}</p>}
          <div className={styles.row}>
            {(status === "sending" || status === "waiting") && (
              <Button
                onClick={() => {
                  session.inquiries.pause(id);
                  focusSoon(...nextHere);
                }}
                data-part="inquiry-pause"
              >
                {tr(ticket === undefined ? "stop" : "pause")}
              </Button>
            )}
            {status === "paused" && (
              <Button
                appearance="primary"
                onClick={() => {
                  session.inquiries.resume(id);
                  focusSoon(...nextHere);
                }}
                data-part="inquiry-resume"
              >
                {tr("resume")}
              </Button>
            )}
          </div>
        </div>
      )}
      {error !== undefined && status !== "waiting" && (
        <ErrorMessage error={error} text={error.code === "output-empty" ? tr("emptyAnswer") : undefined} />
      )}
      {error?.code === "sign-in-required" && (
        <div className={styles.row}>
          <Button
            appearance="primary"
            disabledFocusable={state.signingIn !== undefined}
            onClick={() => void session.signIn(serviceOf?.signInNeeded)}
          >
            {tr("signIn")}
          </Button>
        </div>
      )}
      {status === "done" && !has && (
        <div className={styles.row}>
          <Button
            appearance="primary"
            onClick={() => {
              session.inquiries.resume(id);
              focusSoon(...nextHere);
            }}
            data-part="inquiry-fetch"
          >
            {tr("fetch")}
          </Button>
        </div>
      )}
      {has && <Answer {...props} />}
      {status === "failed" && app !== undefined && inquiry.inputs !== undefined && (
        <div className={styles.row}>
          <Button onClick={() => session.go({ page: "app" })}>{tr("again")}</Button>
        </div>
      )}
    </div>
  );
}

function Answer({ session, state, inquiry, source, canInsert, host }: InquiryPageProps) {
  const { t, tr } = useResearchTexts();
  const styles = useResearchStyles();
  const { id, status, text, files } = inquiry;
  const done = status === "done";
  const cited = useMemo(() => (done ? plainTitles(parseCitedAnswer(text)) : { text, citations: [] }), [done, text]);
  const label =
    inquiry.declaredClass === "2"
      ? tr("draftLabelClass", { app: inquiry.appName, class: t("draft.class2") })
      : tr("draftLabel", { app: inquiry.appName });
  const actions = useAnswerActions(
    async () => {
      const { answerParagraphs } = await loadRenderer();
      return answerParagraphs(label, cited, tr("sources"));
    },
    host,
    (decision) => session.tell(inquiry, decision),
  );
  const app = state.offer?.apps.find((one) => one.id === inquiry.app);
  const goesOn = app?.keepsConversation === true && inquiry.inputs !== undefined;
  const bar: Action[] = [
    ...(source === "document"
      ? [
          {
            id: "insert",
            label: tr("insert"),
            primary: canInsert !== false && !actions.canUndo,
            waiting: actions.writing,
            disabledReason: canInsert === false ? tr("noInsert") : undefined,
            onAct: () => void actions.insert(),
          },
        ]
      : []),
    {
      id: "copy",
      label: tr("copy"),
      primary: source === "mail",
      waiting: actions.writing,
      onAct: () => void actions.copy(),
    },
    ...(source === "document"
      ? [
          {
            id: "undo",
            label: tr("undo"),
            waiting: actions.writing || !actions.canUndo,
            onAct: () => void actions.undo(),
          },
        ]
      : []),
  ];
  return (
    <>
      <section className={styles.card} aria-label={tr("answer")} aria-busy={!done} data-part="answer">
        <h3 className={styles.heading}>{tr("answer")}</h3>
        <p className={styles.quiet}>{tr("label", { app: inquiry.appName })}</p>
        <p className={styles.quiet}>{tr("labelNote")}</p>
        {done ? (
          <AnswerText
            markdown={cited.text}
            numbers={cited.citations.map(({ number }) => number)}
            citationLabel={(number) => tr("goToSource", { number })}
            onCitation={(number) => {
              const item = document.getElementById(sourceId(id, number));
              item?.scrollIntoView?.({ block: "nearest" });
              item?.focus();
            }}
          />
        ) : (
          <p className={styles.text} style={{ whiteSpace: "pre-wrap" }} data-part="answer-streaming">
            {text}
          </p>
        )}
        {done && text !== "" && cited.citations.length === 0 && <p className={styles.quiet}>{tr("noSources")}</p>}
        {cited.citations.length > 0 && <SourceList inquiry={id} citations={cited.citations} />}
        {files.length > 0 && (
          <section aria-label={tr("files")} data-part="answer-files">
            <h3 className={styles.heading}>{tr("files")}</h3>
            <ul className={styles.list}>
              {files.map((file, index) => (
                <li key={index}>
                  {file.content === undefined ? (
                    <p className={styles.quiet}>{tr("fileMissing", { file: file.name })}</p>
                  ) : (
                    <Button onClick={() => saveFile(file)} data-file={file.name}>
                      {tr("download", { file: file.name })}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {done && goesOn && (
          <div className={styles.row}>
            <Button onClick={() => session.goOn(inquiry)} data-part="go-on">
              {tr("goOn")}
            </Button>
          </div>
        )}
      </section>
      {actions.failure !== undefined && <ErrorMessage error={actions.failure} />}
      {done && text !== "" && (
        <ShellFooter>
          <p className={styles.quiet} style={{ marginBottom: "8px" }} role="status" data-part="notice">
            {tr(
              actions.writing ? "inserting" : (actions.notice ?? (source === "mail" ? "mailUnchanged" : "unchanged")),
            )}
          </p>
          <ActionBar actions={bar} />
        </ShellFooter>
      )}
    </>
  );
}

function announcement(tr: ReturnType<typeof useResearchTexts>["tr"], { status, appName, ticket }: Inquiry): string {
  if (status === "done") return tr("finished", { app: appName });
  if (status === "failed") return tr("failed", { app: appName });
  return status === "waiting" && ticket !== undefined ? tr("accepted", { app: appName }) : "";
}
