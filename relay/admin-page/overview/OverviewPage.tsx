import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import { asGenaiError } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import type { AdminStatus } from "../../src/admin/shapes";
import type { AdminClient } from "../admin-client";
import { momentText, secondsText } from "../format";
import { DataTable } from "../parts/DataTable";
import { Failure } from "../parts/Failure";
import { Part } from "../parts/Part";
import { usePageStyles } from "../parts/page-styles";
import { StateBadge } from "../parts/StateBadge";
import { useWording } from "../texts";
import type { Loaded } from "../use-loaded";
import { problemsOf } from "./problems";

export interface OverviewPageProps {
  client: AdminClient;
  status: Loaded<AdminStatus>;
}

/** Is everything well, and if not, what is it: first; then what it is made of. */
export function OverviewPage({ client, status }: OverviewPageProps) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  const { value } = status;
  if (value === undefined) return null;
  const problems = problemsOf(value, texts, locale);
  const serious = problems.some((problem) => problem.serious);
  return (
    <div className={styles.page}>
      <MessageBar intent={problems.length === 0 ? "success" : serious ? "error" : "warning"} layout="multiline">
        <MessageBarBody>
          {problems.length === 0 ? (
            texts.overview.allWell
          ) : (
            <>
              {texts.overview.attention(problems.length)}
              <ul className={styles.list} aria-label={texts.overview.problems}>
                {problems.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </MessageBarBody>
      </MessageBar>
      <Versions status={value} />
      <Endpoints client={client} status={status} />
      <Nodes status={value} />
    </div>
  );
}

function Versions({ status }: { status: AdminStatus }) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  const { database, settings, prompts } = status;
  const answer =
    database.answersInMs === undefined
      ? texts.overview.noAnswer
      : texts.overview.answersIn(`${Math.round(database.answersInMs)} ms`);
  const kind = texts.overview.databaseKinds[database.kind];
  return (
    <Part title={texts.overview.versions}>
      <dl className={styles.facts}>
        <dt>{texts.overview.version}</dt>
        <dd className={styles.value}>{status.version}</dd>
        <dt>{texts.overview.settingsVersion}</dt>
        <dd className={styles.value}>
          {settings.version === "none"
            ? texts.settings.noFile
            : texts.settings.inForce(settings.version, momentText(settings.since, locale))}
        </dd>
        <dt>{texts.overview.prompts}</dt>
        <dd className={styles.value}>{Object.values(prompts).join(" ・ ")}</dd>
        <dt>{texts.overview.database}</dt>
        <dd className={styles.value}>{database.kind === "none" ? kind : `${kind}（${answer}）`}</dd>
      </dl>
    </Part>
  );
}

function Endpoints({ client, status }: { client: AdminClient; status: Loaded<AdminStatus> }) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  const [looking, setLooking] = useState(false);
  const [error, setError] = useState<GenaiError>();
  const { value, take } = status;
  const report = value?.reachability;
  const hasEndpoints = value?.models.some(({ endpoint }) => endpoint !== undefined) ?? false;

  const look = async (): Promise<void> => {
    setLooking(true);
    setError(undefined);
    try {
      const reachability = await client.lookNow();
      if (value !== undefined) take({ ...value, reachability });
    } catch (thrown) {
      setError(asGenaiError(thrown));
    } finally {
      setLooking(false);
    }
  };

  return (
    <Part
      title={texts.overview.endpoints}
      aside={
        hasEndpoints && (
          <>
            {report !== undefined && <Text>{texts.overview.lookedAt(momentText(report.at, locale))}</Text>}
            <Button disabledFocusable={looking} onClick={() => void look()}>
              {texts.overview.look}
            </Button>
          </>
        )
      }
    >
      {error !== undefined && <Failure error={error} />}
      {!hasEndpoints ? (
        <p className={styles.value}>{texts.overview.noEndpoints}</p>
      ) : report === undefined ? (
        <p className={styles.value}>{texts.overview.notLooked}</p>
      ) : (
        <DataTable
          label={texts.overview.endpoints}
          columns={texts.overview.endpointColumns}
          rows={report.endpoints.map((one) => ({
            key: one.endpoint,
            cells: [
              one.endpoint,
              <StateBadge
                key="state"
                tone={one.reachable ? "good" : "bad"}
                text={one.reachable ? texts.overview.reachable : `${texts.overview.unreachable}（${one.fault ?? "?"}）`}
              />,
              one.answersInMs === undefined ? "—" : `${Math.round(one.answersInMs)} ms`,
              one.certificate === undefined ? "—" : texts.overview.daysLeft(one.certificate.daysLeft),
              secondsText(one.clockAheadMs, locale),
              one.models.join(", "),
            ],
          }))}
        />
      )}
    </Part>
  );
}

function Nodes({ status }: { status: AdminStatus }) {
  const { texts, locale } = useWording();
  return (
    <Part title={texts.overview.nodes}>
      <DataTable
        label={texts.overview.nodes}
        columns={texts.overview.nodeColumns}
        rows={status.nodes.map((node) => ({
          key: node.id,
          cells: [
            `${node.id.slice(0, 8)}${node.this ? `（${texts.overview.thisNode}）` : ""}`,
            <StateBadge
              key="state"
              tone={node.alive ? "good" : "idle"}
              text={node.alive ? texts.overview.alive : texts.overview.gone}
            />,
            node.version,
            node.settingsVersion,
            momentText(node.startedAt, locale),
            momentText(node.seenAt, locale),
            secondsText(node.clockAheadMs, locale),
          ],
        }))}
      />
    </Part>
  );
}
