import { useTranslation } from "@genai-office/shared/pane";
import type { PaneSurroundings } from "@genai-office/shared/pane/office";
import { SummaryActions, SummaryView, SummaryWorkspace, type SummaryOptions } from "@genai-office/shared/pane/summary";
import type { PaneModels } from "@genai-office/shared/pane/task";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import { useState, type ReactNode } from "react";
import { EmptyMail } from "../../EmptyMail";
import type { OutlookConnection } from "../../connect-outlook";
import type { PaneServices } from "../../pane-services";
import SourceQuote from "./SourceQuote";
import type { MailSummary as Summary } from "./use-mail-session";

export interface MailSummaryProps {
  services: PaneServices;
  surroundings: PaneSurroundings<OutlookConnection>;
  options: SummaryOptions;
  models: PaneModels;
  summary: Summary;
  about: ReactNode;
  /** Changes with the message. */
  sourceKey: string;
}

/** 要約 of the text of one message, to a length. */
export default function MailSummary(props: MailSummaryProps) {
  const { services, surroundings, options, models, summary, about, sourceKey } = props;
  const t = useTranslation();
  const { state, session } = summary;
  const { work, outcome } = state;
  // What was opened for one mail is closed with it.
  const [quote, setQuote] = useState<{ mail: string; blocks: Block[] }>();
  const showSource = ({ sources }: Statement, blocks: Block[]) =>
    setQuote({ mail: sourceKey, blocks: blocks.filter((block) => sources.includes(block.id)) });
  const quoted = quote?.mail === sourceKey ? quote.blocks : [];
  return (
    <SummaryWorkspace
      surroundings={surroundings}
      options={options}
      models={models}
      state={state}
      flow={session}
      source="mail"
      sourceKey={sourceKey}
      ministry={services.settings}
      about={about}
      onShowSource={showSource}
      onStart={(intent) => void session.start(intent)}
      result={
        <SummaryView
          state={state}
          onShowSource={(statement) => showSource(statement, outcome?.plan.source.blocks ?? [])}
          onRetry={() => void session.start("summarize")}
          signIn={() => services.signIn()}
          onDiscard={(done) => session.discard(done)}
          onFeedback={(done, feedback) => session.tell(done, { feedback })}
        />
      }
      aside={quoted.length > 0 && <SourceQuote blocks={quoted} onClose={() => setQuote(undefined)} />}
      empty={<EmptyMail />}
      actions={
        outcome !== undefined && (
          <SummaryActions
            notice={t(state.notice ?? "action.unchanged")}
            actions={[
              {
                id: "copy",
                label: t("action.copy"),
                primary: true,
                waiting: work.phase !== "idle",
                onAct: () => void session.copy(outcome),
              },
            ]}
          />
        )
      }
    />
  );
}
