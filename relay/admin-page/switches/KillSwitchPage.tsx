import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { taskNames } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import type { AdminStatus, KillSwitchState } from "../../src/admin/shapes";
import type { SwitchSubject } from "../../src/kill-switch/switch";
import type { AdminClient } from "../admin-client";
import { momentText } from "../format";
import { DataTable } from "../parts/DataTable";
import { Part } from "../parts/Part";
import { usePageStyles } from "../parts/page-styles";
import { useWording } from "../texts";
import type { Loaded } from "../use-loaded";
import { sameSubject, subjectText } from "./subject-text";
import { SwitchDialog } from "./SwitchDialog";

export interface KillSwitchPageProps {
  client: AdminClient;
  status: Loaded<AdminStatus>;
  mayOperate: boolean;
}

interface Asked {
  subject: SwitchSubject;
  off: boolean;
}

/** What is switched off, and what can be: everything, a task, a model. */
export function KillSwitchPage({ client, status, mayOperate }: KillSwitchPageProps) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  const [asked, setAsked] = useState<Asked>();
  const [done, setDone] = useState<{ text: string; intent: "success" | "warning" }>();
  const { value, take } = status;
  if (value === undefined) return null;
  const { switches } = texts;
  const { killSwitch, models } = value;
  const nameOf = (subject: SwitchSubject) => subjectText(subject, models, texts, locale);
  const isOff = (subject: SwitchSubject) => killSwitch.switchedOff.some((one) => sameSubject(one.subject, subject));

  const change = async ({ subject, off }: Asked, reason: string): Promise<void> => {
    const answer: KillSwitchState = await client.changeSwitch({ subject, off, ...(reason === "" ? {} : { reason }) });
    take({ ...value, killSwitch: answer });
    status.reload();
    const isPending = answer.switchedOff.some((one) => one.pending === true && sameSubject(one.subject, subject));
    if (isPending) setDone({ text: switches.stoppedHere(nameOf(subject)), intent: "warning" });
    else
      setDone({
        text: off ? switches.stopped(nameOf(subject)) : switches.released(nameOf(subject)),
        intent: "success",
      });
  };
  const button = (subject: SwitchSubject, label: string = switches.stop) => (
    <Button
      key="button"
      disabled={!mayOperate || isOff(subject)}
      aria-label={`${label} ${nameOf(subject)}`}
      onClick={() => setAsked({ subject, off: true })}
    >
      {label}
    </Button>
  );

  return (
    <div className={styles.page}>
      <p className={styles.value}>{switches.intro}</p>
      {!mayOperate && (
        <MessageBar>
          <MessageBarBody>{switches.operatorOnly}</MessageBarBody>
        </MessageBar>
      )}
      {!killSwitch.known && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{switches.unknown}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        {done !== undefined && (
          <MessageBar intent={done.intent} layout="multiline">
            <MessageBarBody>{done.text}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Part title={switches.now} aside={button({ scope: "whole" }, switches.stopWhole)}>
        {killSwitch.switchedOff.length === 0 ? (
          <p className={styles.value}>{switches.nothingOff}</p>
        ) : (
          <DataTable
            label={switches.now}
            columns={switches.columns}
            rows={killSwitch.switchedOff.map(({ subject, reason, by, since, pending }) => ({
              key: JSON.stringify(subject),
              cells: [
                pending === true ? switches.onlyHere(nameOf(subject)) : nameOf(subject),
                reason === "" ? texts.none : reason,
                by.slice(0, 12),
                momentText(since, locale),
                <Button
                  key="release"
                  disabled={!mayOperate}
                  aria-label={`${switches.release} ${nameOf(subject)}`}
                  onClick={() => setAsked({ subject, off: false })}
                >
                  {switches.release}
                </Button>,
              ],
            }))}
          />
        )}
      </Part>
      <Part title={switches.task}>
        <DataTable
          label={switches.task}
          columns={[switches.task, switches.action]}
          rows={taskNames.map((task) => ({
            key: task,
            cells: [texts.tasks[task], button({ scope: "task", task })],
          }))}
        />
      </Part>
      <Part title={switches.model}>
        <DataTable
          label={switches.model}
          columns={[switches.model, switches.action]}
          rows={models
            .filter(({ state }) => state !== "unconnected" && state !== "retired")
            .map(({ id, name }) => ({ key: id, cells: [name[locale], button({ scope: "model", model: id })] }))}
        />
      </Part>
      {asked !== undefined && (
        <SwitchDialog
          what={nameOf(asked.subject)}
          off={asked.off}
          onConfirm={(reason) => change(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
