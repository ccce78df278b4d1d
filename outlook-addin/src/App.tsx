import { makeStyles, tokens } from "@fluentui/react-components";
import { localeOf } from "@genai-office/shared/i18n";
import {
  ClassBadge,
  copyText,
  LiveMessage,
  loadSettings,
  ModelChip,
  ModelList,
  PaneProvider,
  saveSettings,
  Settings,
  Shell,
  useTranslation,
  type PaneSettings,
} from "@genai-office/shared/pane";
import { modelChoices, shownModel, todayInJapan, useOffer } from "@genai-office/shared/pane/models";
import { useOffice } from "@genai-office/shared/pane/office";
import { summaryResultText, SummarySendSheet, SummaryTask } from "@genai-office/shared/pane/summary";
import { Suspense, useState } from "react";
import { EmptyMail } from "./EmptyMail";
import { ConnectionFailure } from "./ConnectionFailure";
import type { OutlookConnection } from "./connect-outlook";
import { CopyAction } from "./features/summarize/CopyAction";
import { MailResult } from "./features/summarize/MailResult";
import { announcement } from "./features/summarize/announcement";
import { noticeText } from "./features/summarize/notice-text";
import { useMailSession } from "./features/summarize/use-mail-session";
import { mailLine } from "./mail-line";
import type { PaneServices } from "./pane-services";
import { mailWording } from "./texts";

export interface AppProps {
  services: PaneServices;
  /** Language of the page as it was delivered; the person's own choice and Office's come before it. */
  pageLanguage: string;
}

/** The Outlook pane. */
export function App({ services, pageLanguage }: AppProps) {
  const [settings, setSettings] = useState(loadSettings);
  const [stored, setStored] = useState(true);
  const [connection, connect] = useOffice(services.connect);
  const office = connection.status === "ready" ? connection.office : undefined;
  const locale = settings.locale ?? localeOf(office?.language ?? pageLanguage);
  const change = (next: PaneSettings) => {
    setSettings(next);
    setStored(saveSettings(next));
  };
  return (
    <PaneProvider locale={locale} officeTheme={office?.theme} wording={mailWording[locale]}>
      <Pane
        services={services}
        connect={connect}
        settings={settings}
        stored={stored}
        locale={locale}
        office={office}
        failure={connection.status === "failed" ? connection.error : undefined}
        onSettings={change}
      />
    </PaneProvider>
  );
}

const useStyles = makeStyles({
  sender: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface PaneProps {
  services: PaneServices;
  connect(): Promise<OutlookConnection>;
  settings: PaneSettings;
  stored: boolean;
  locale: "ja" | "en";
  office: OutlookConnection | undefined;
  failure: unknown;
  onSettings(settings: PaneSettings): void;
}

function Pane({ services, connect, settings, stored, locale, office, failure, onSettings }: PaneProps) {
  const t = useTranslation();
  const styles = useStyles();
  const [view, setView] = useState<"task" | "settings" | "models">("task");
  const [length, setLength] = useState(settings.length);
  const [models, offer] = useOffer(services.models);
  const today = todayInJapan();
  const [state, session, dispatch] = useMailSession(
    {
      engine: services.engine,
      gate: services.gate,
      offer,
      connect,
      choices: () => ({ length, model: settings.model, language: locale }),
      today: todayInJapan,
    },
    office?.port,
  );
  const { work, outcome, mail } = state;
  const list = models === undefined || models === "missing" ? models : models.models;
  const choices = Array.isArray(list) ? modelChoices(t, list, state.foundClass, today) : list;
  const planned = work.phase === "running" || work.phase === "confirming" ? work.plan.card.id : undefined;
  const selected = planned ?? shownModel(models, settings.model, state.foundClass, today);
  const subject =
    mail === undefined
      ? t(failure === undefined ? "scope.connecting" : "scope.unavailable")
      : mail === "none"
        ? t("mail.none")
        : mail.subject || t("mail.noSubject");
  const leaveModels = () => {
    setView("task");
    document.querySelector<HTMLElement>("[data-part=model-chip]")?.focus();
  };
  const copy = async (finished: NonNullable<typeof outcome>) => {
    dispatch({ type: "copied", worked: await copyText(summaryResultText(t, finished)) });
  };
  return (
    <Shell
      scope={subject}
      chips={
        <>
          <ClassBadge found={state.foundClass} />
          <ModelChip
            choices={choices}
            selected={selected}
            open={view === "models"}
            disabled={work.phase !== "idle"}
            onToggle={() => setView(view === "models" ? "task" : "models")}
          />
        </>
      }
      onSettings={() => setView(view === "settings" ? "task" : "settings")}
      footer={
        view !== "settings" && outcome !== undefined ? (
          <CopyAction
            notice={noticeText(t, state) ?? t("action.unchanged")}
            waiting={work.phase !== "idle"}
            onCopy={() => void copy(outcome)}
          />
        ) : undefined
      }
    >
      <LiveMessage text={announcement(t, state)} />
      {view === "settings" ? (
        <Suspense fallback={null}>
          <Settings
            settings={settings}
            locale={locale}
            stored={stored}
            onChange={(next) => {
              if (next.length !== settings.length) setLength(next.length);
              onSettings(next);
            }}
            onClose={() => setView("task")}
          />
        </Suspense>
      ) : (
        <>
          {view === "models" && Array.isArray(choices) && (
            <ModelList
              choices={choices}
              selected={selected}
              onSelect={(model) => {
                onSettings({ ...settings, model });
                leaveModels();
              }}
              onClose={leaveModels}
            />
          )}
          {typeof mail === "object" && (
            <p className={styles.sender} data-part="sender">
              {mailLine(t, mail)}
            </p>
          )}
          <SummaryTask
            work={work}
            length={length}
            again={outcome !== undefined}
            onLength={setLength}
            onStart={(intent) => void session.start(intent)}
            onCancel={() => session.cancel()}
          />
          {failure !== undefined && <ConnectionFailure error={failure} />}
          <MailResult
            // What was opened for one mail is closed with it.
            key={typeof mail === "object" ? mail.itemId : "none"}
            state={state}
            onRetry={() => void session.start("summarize")}
          />
          {work.phase === "idle" && outcome === undefined && state.failure === undefined && <EmptyMail />}
          <SummarySendSheet
            plan={work.phase === "confirming" ? work.plan : undefined}
            relayIsHere={services.relayIsHere}
            onConfirm={(plan, declared) => void session.confirm(plan, declared)}
            onClose={() => session.close()}
          />
        </>
      )}
    </Shell>
  );
}
