import { makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "@genai-office/shared/pane";
import { OfficePane, type PaneSurroundings } from "@genai-office/shared/pane/office";
import { useResearch } from "@genai-office/shared/pane/research";
import { SummaryActions, SummaryPane, SummaryView, useSummaryOptions } from "@genai-office/shared/pane/summary";
import { useState } from "react";
import type { Block, Statement } from "@genai-office/shared/vocabulary";
import { EmptyMail } from "./EmptyMail";
import type { OutlookConnection } from "./connect-outlook";
import { SourceQuote } from "./features/summarize/SourceQuote";
import { mailHost } from "./features/research/mail-host";
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
  return (
    <OfficePane open={services.connect} pageLanguage={pageLanguage} wording={mailWording}>
      {(surroundings) => <Pane services={services} surroundings={surroundings} />}
    </OfficePane>
  );
}

const useStyles = makeStyles({
  sender: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface PaneProps {
  services: PaneServices;
  surroundings: PaneSurroundings<OutlookConnection>;
}

function Pane({ services, surroundings }: PaneProps) {
  const t = useTranslation();
  const styles = useStyles();
  const { office, connect } = surroundings;
  const options = useSummaryOptions(surroundings, services.models);
  const [state, session] = useMailSession(
    {
      engine: services.engine,
      gate: services.gate,
      offer: options.offer,
      connect,
      choices: options.choices,
      translator: () => t,
      now: () => new Date(),
    },
    office?.port,
  );
  const research = useResearch({
    services,
    source: "mail",
    host: async () => mailHost((await connect()).port),
    switchedOff: options.switchedOff,
    canInsert: false,
  });
  const { work, outcome, mail } = state;
  const shown = typeof mail === "object" ? mail : undefined;
  const sourceKey = shown?.itemId ?? "none";
  // What was opened for one mail is closed with it.
  const [quote, setQuote] = useState<{ mail: string; blocks: Block[] }>();
  const showSource = ({ sources }: Statement, blocks: Block[]) =>
    setQuote({ mail: sourceKey, blocks: blocks.filter((block) => sources.includes(block.id)) });
  const quoted = quote?.mail === sourceKey ? quote.blocks : [];
  return (
    <SummaryPane
      surroundings={surroundings}
      options={options}
      state={state}
      flow={session}
      relayIsHere={services.relayIsHere}
      scope={mail === "none" ? t("mail.none") : shown && (shown.subject || t("mail.noSubject"))}
      source="mail"
      hidden={state.hidden}
      ministry={services.settings}
      account={services.account}
      research={research}
      sourceKey={sourceKey}
      onShowSource={showSource}
      onStart={(intent) => void session.start(intent)}
      about={
        shown && (
          <p className={styles.sender} data-part="sender">
            {mailLine(t, shown)}
          </p>
        )
      }
      result={
        <SummaryView
          state={state}
          onShowSource={(statement) => showSource(statement, outcome?.plan.source.blocks ?? [])}
          onRetry={() => void session.start("summarize")}
          signIn={() => services.signIn()}
          onDiscard={(outcome) => session.discard(outcome)}
          onFeedback={(outcome, feedback) => session.tell(outcome, { feedback })}
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
