import {
  ClassBadge,
  EmptyState,
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
import { localeOf } from "@genai-office/shared/i18n";
import { Suspense, useMemo, useState } from "react";
import { SendSheetOf } from "./features/summarize/SendSheetOf";
import { announcement } from "./features/summarize/announcement";
import { ResultActions } from "./features/summarize/ResultActions";
import { SummarizeResultView } from "./features/summarize/SummarizeResultView";
import { SummarizeTask } from "./features/summarize/SummarizeTask";
import { useSummarize } from "./features/summarize/use-summarize";
import { ConnectionFailure } from "./ConnectionFailure";
import type { OfficeConnection } from "./office/connect-office";
import type { PaneServices } from "./pane-services";
import { scopeText } from "./scope-text";
import { useScope } from "./use-scope";

export interface AppProps {
  services: PaneServices;
  /** Language of the page as it was delivered; the person's own choice and Office's come before it. */
  pageLanguage: string;
}

/** The Word pane. */
export function App({ services, pageLanguage }: AppProps) {
  const [settings, setSettings] = useState(loadSettings);
  const [stored, setStored] = useState(true);
  const [connection, connect] = useOffice(services.connect);
  const office = connection.status === "ready" ? connection.office : undefined;
  const locale = settings.locale ?? localeOf(office?.language ?? pageLanguage);
  const connected = useMemo(() => ({ ...services, connect }), [services, connect]);
  const change = (next: PaneSettings) => {
    setSettings(next);
    setStored(saveSettings(next));
  };
  return (
    <PaneProvider locale={locale} officeTheme={office?.theme}>
      <Pane
        services={connected}
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

interface PaneProps {
  services: PaneServices;
  settings: PaneSettings;
  stored: boolean;
  locale: "ja" | "en";
  office: OfficeConnection | undefined;
  failure: unknown;
  onSettings(settings: PaneSettings): void;
}

function Pane({ services, settings, stored, locale, office, failure, onSettings }: PaneProps) {
  const t = useTranslation();
  const [view, setView] = useState<"task" | "settings" | "models">("task");
  const [length, setLength] = useState(settings.length);
  const [models, offer] = useOffer(services.models);
  const [scope, refreshScope] = useScope(office?.document);
  const [state, controller] = useSummarize({
    services,
    offer,
    choices: () => ({ length, model: settings.model, language: locale }),
    translator: () => t,
    today: todayInJapan,
  });
  const { work, outcome } = state;
  const list = models === undefined || models === "missing" ? models : models.models;
  const choices = Array.isArray(list) ? modelChoices(t, list, state.foundClass, todayInJapan()) : list;
  const planned = work.phase === "running" || work.phase === "confirming" ? work.plan.card.id : undefined;
  const selected = planned ?? shownModel(models, settings.model, state.foundClass, todayInJapan());
  const scopeLine =
    scope !== undefined ? scopeText(t, scope) : t(failure === undefined ? "scope.connecting" : "scope.unavailable");
  const leaveModels = () => {
    setView("task");
    document.querySelector<HTMLElement>("[data-part=model-chip]")?.focus();
  };
  const start = (intent: "summarize" | "look") => void controller.start(intent).then(refreshScope);
  return (
    <Shell
      scope={scopeLine}
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
          <ResultActions
            state={state}
            outcome={outcome}
            controller={controller}
            capabilities={office?.document.capabilities()}
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
          <SummarizeTask
            work={work}
            length={length}
            again={outcome !== undefined}
            onLength={setLength}
            onStart={start}
            onCancel={() => controller.cancel()}
          />
          {failure !== undefined && <ConnectionFailure error={failure} />}
          <SummarizeResultView state={state} controller={controller} onRetry={() => start("summarize")} />
          {work.phase === "idle" && outcome === undefined && state.failure === undefined && <EmptyState />}
          <SendSheetOf
            plan={work.phase === "confirming" ? work.plan : undefined}
            relayIsHere={services.relayIsHere}
            controller={controller}
          />
        </>
      )}
    </Shell>
  );
}
