import { EmptyState, useEarlyStart, useTranslation } from "@genai-office/shared/pane";
import { OfficePane, type PaneSurroundings } from "@genai-office/shared/pane/office";
import { useResearch } from "@genai-office/shared/pane/research";
import { SummaryPane, SummaryView, useSummaryOptions } from "@genai-office/shared/pane/summary";
import { documentHost } from "./features/research/document-host";
import type { DocumentReading } from "./document/document-port";
import type { SummarizeState } from "./features/summarize/summarize-state";
import { ResultActions } from "./features/summarize/ResultActions";
import { useSummarize } from "./features/summarize/use-summarize";
import type { OfficeConnection } from "./office/connect-office";
import type { PaneServices } from "./pane-services";
import { scopeText, selectionCharacters } from "./scope-text";
import { useScope } from "./use-scope";

export interface AppProps {
  services: PaneServices;
  /** Language of the page as it was delivered; the person's own choice and Office's come before it. */
  pageLanguage: string;
}

/** The Word pane. */
export function App({ services, pageLanguage }: AppProps) {
  return (
    <OfficePane open={services.connect} pageLanguage={pageLanguage}>
      {(surroundings) => <Pane services={services} surroundings={surroundings} />}
    </OfficePane>
  );
}

/** The reading that the pane works with, or that the summary was made of. */
function readLast({ work, outcome }: SummarizeState): DocumentReading | undefined {
  const plan = work.phase === "running" || work.phase === "confirming" ? work.plan : outcome?.plan;
  return plan?.source;
}

interface PaneProps {
  services: PaneServices;
  surroundings: PaneSurroundings<OfficeConnection>;
}

function Pane({ services, surroundings }: PaneProps) {
  const t = useTranslation();
  const { office, connect } = surroundings;
  const [scope, refreshScope] = useScope(office?.document);
  const options = useSummaryOptions(surroundings, services.models, selectionCharacters(scope));
  const [state, controller] = useSummarize({
    engine: services.engine,
    offer: options.offer,
    connect,
    choices: options.choices,
    translator: () => t,
    now: () => new Date(),
  });
  const research = useResearch({
    services,
    source: "document",
    host: async () => documentHost((await connect()).document),
    switchedOff: options.switchedOff,
    canInsert: office?.document.capabilities().insertBelow,
  });
  const { outcome } = state;
  const start = (intent: "summarize" | "look") => void controller.start(intent).then(refreshScope);
  useEarlyStart(services.early, () => start("summarize"));
  return (
    <SummaryPane
      surroundings={surroundings}
      options={options}
      state={state}
      flow={controller}
      relayIsHere={services.relayIsHere}
      scope={scope && scopeText(t, scope)}
      doing={state.writing ? t("action.applying") : undefined}
      source="document"
      hidden={readLast(state)?.hidden}
      unchecked={readLast(state)?.unchecked}
      ministry={services.settings}
      account={services.account}
      research={research}
      onStart={start}
      onShowSource={(statement) => void controller.showSource(statement)}
      result={
        <SummaryView
          state={state}
          onShowSource={(statement) => void controller.showSource(statement)}
          onRetry={() => start("summarize")}
          signIn={() => services.signIn()}
          onDiscard={(outcome) => controller.discard(outcome)}
          onFeedback={(outcome, feedback) => controller.tell(outcome, { feedback })}
        />
      }
      empty={<EmptyState />}
      actions={
        (outcome !== undefined || state.applied.length > 0) && (
          <ResultActions
            state={state}
            outcome={outcome}
            controller={controller}
            capabilities={office?.document.capabilities()}
          />
        )
      }
    />
  );
}
