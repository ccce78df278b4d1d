import { LazyPart, lazyView, useEarlyStart, useTexts, useTranslation } from "@genai-office/shared/pane";
import type { PaneSurroundings } from "@genai-office/shared/pane/office";
import { useResearch } from "@genai-office/shared/pane/research";
import { SummarySendSheet, useSummaryOptions } from "@genai-office/shared/pane/summary";
import { researchTask, TaskPane, usePaneModels, type PaneTask } from "@genai-office/shared/pane/task";
import { useEffect, useState, type ReactNode } from "react";
import type { OutlookConnection } from "./connect-outlook";
import { useHandedOver } from "./features/draft/use-handed-over";
import { partsUsedBy } from "./features/parts/parts-choice";
import { useQuotedCount } from "./features/parts/use-quoted-count";
import { toneFor } from "./features/reply/tone";
import { mailHost } from "./features/research/mail-host";
import { AboutMail } from "./features/selection/AboutMail";
import { ThreadTask } from "./features/thread/ThreadTask";
import { useMailTasks, type MailTasks } from "./features/use-mail-tasks";
import { MailMaskOption } from "./features/work/MailMaskOption";
import { mailAnnouncement } from "./features/work/mail-announcement";
import { workTexts } from "./features/work/work-texts";
import type { PaneServices } from "./pane-services";

const HandedOverDraft = lazyView(
  () => import(/* webpackChunkName: "mail-deliver" */ "./features/draft/HandedOverDraft"),
);
const ReplyElsewhere = lazyView(() => import(/* webpackChunkName: "mail-deliver" */ "./features/reply/ReplyElsewhere"));
/** Tasks other than the first one come with their tab. */
const ReplyTask = lazyView(() => import(/* webpackChunkName: "mail-reply" */ "./features/reply/ReplyTask"));
const TranslateTask = lazyView(
  () => import(/* webpackChunkName: "mail-translate" */ "./features/translate/TranslateTask"),
);
const MailSummary = lazyView(() => import(/* webpackChunkName: "mail-summary" */ "./features/summarize/MailSummary"));

export interface MailPaneProps {
  services: PaneServices;
  surroundings: PaneSurroundings<OutlookConnection>;
}

/** The task of a mail by the id of its tab. */
function stateOf(tasks: MailTasks, task: string) {
  if (task === "reply") return { name: "reply", state: tasks.reply.state } as const;
  if (task === "translate") return { name: "translate", state: tasks.translate.state } as const;
  if (task === "summary") return { name: "summarize", state: tasks.summary.state } as const;
  return { name: "thread", state: tasks.thread.state } as const;
}

/** A task that comes when its tab is chosen. */
function inTime(task: ReactNode): ReactNode {
  return <LazyPart onBack={() => undefined}>{task}</LazyPart>;
}

/** The pane beside a mail: one task at a time on the message whose subject stands above. */
export function MailPane({ services, surroundings }: MailPaneProps) {
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const { office, connect, failure } = surroundings;
  const options = useSummaryOptions(surroundings, services.models);
  const tasks = useMailTasks(services, surroundings, options);
  const { selected, selection, identity } = tasks;
  const { leave, flow } = tasks.thread;
  useEarlyStart(services.early, () => void flow.start("run"));
  const { mail, reading } = selected;
  const head = typeof mail === "object" ? mail : undefined;
  const isDraft = head?.kind === "draft";
  // Started before it was known what stands beside the pane: there is no thread to sum up beside a draft.
  useEffect(() => {
    if (isDraft) leave();
  }, [isDraft, leave]);
  const [chosen, setTask] = useState("thread");
  // What is written is answered, and not summed up.
  const task = isDraft && (chosen === "thread" || chosen === "summary") ? "reply" : chosen;
  const [counting, setCounting] = useState(false);
  const [elsewhere, setElsewhere] = useState<readonly string[]>([]);
  const handedOver = useHandedOver(office?.port, isDraft ? head : undefined);
  const research = useResearch({
    services,
    source: "mail",
    host: () => Promise.resolve(mailHost(selection)),
    switchedOff: options.switchedOff,
    canInsert: false,
  });
  const shown = stateOf(tasks, task);
  const { work, failure: failed } = shown.state;
  // Counted once a person turns to the parts, or a task has loaded what counts.
  const quoted = useQuotedCount(reading, counting || shown.state.outcome !== undefined);
  const models = usePaneModels(surroundings, options, {
    task: shown.name,
    found: selected.foundClass ?? shown.state.foundClass,
    size: shown.state.size,
    languages: shown.state.languages,
    planned: work.phase === "running" || work.phase === "confirming" ? work.plan.card.id : undefined,
  });
  const about = (
    <>
      {elsewhere[0] !== undefined &&
        inTime(<ReplyElsewhere subject={elsewhere[0]} onClose={() => setElsewhere(([, ...others]) => others)} />)}
      {(handedOver.text !== undefined || handedOver.error !== undefined) && (
        <LazyPart onBack={handedOver.discard}>
          <HandedOverDraft draft={handedOver} />
        </LazyPart>
      )}
      <AboutMail
        selected={selected}
        quoted={quoted}
        choice={tasks.parts}
        used={partsUsedBy(task)}
        onOpen={() => setCounting(true)}
        disabled={work.phase !== "idle"}
        onChange={tasks.onParts}
        onRefresh={() => selection.refresh()}
      />
    </>
  );
  const lent = {
    about,
    maskOption: <MailMaskOption options={options} card={models.card} />,
    off: models.off,
    failure,
    signIn: () => services.signIn(),
    sourceKey: identity,
  };
  const proposedTone =
    reading === undefined || tasks.owner === undefined ? "polite" : toneFor(reading, tasks.owner, tasks.wishes.all);
  const reply: PaneTask = {
    id: "reply",
    name: texts("task.reply"),
    view: inTime(
      <ReplyTask
        {...lent}
        task={tasks.reply}
        wishes={tasks.wishes}
        onWishes={tasks.onWishes}
        proposedTone={proposedTone}
        isDraft={isDraft}
        connect={connect}
        delivery={tasks.delivery}
        onElsewhere={(subject) => setElsewhere((told) => [...told, subject])}
      />,
    ),
  };
  const translate: PaneTask = {
    id: "translate",
    name: texts("task.translate"),
    view: inTime(
      <TranslateTask {...lent} task={tasks.translate} direction={tasks.direction} onDirection={tasks.onDirection} />,
    ),
  };
  const received: PaneTask[] = [
    { id: "thread", name: texts("task.thread"), view: <ThreadTask {...lent} task={tasks.thread} /> },
    reply,
    translate,
    {
      id: "summary",
      name: t("pane.task"),
      view: inTime(
        <MailSummary
          services={services}
          surroundings={surroundings}
          options={options}
          models={models}
          summary={tasks.summary}
          about={about}
          sourceKey={identity}
        />,
      ),
    },
  ];
  const plans = [tasks.thread, tasks.reply, tasks.translate];
  return (
    <TaskPane
      surroundings={surroundings}
      options={options}
      models={models}
      scope={scopeOf()}
      foundClass={selected.foundClass ?? shown.state.foundClass}
      busy={work.phase !== "idle"}
      announcement={mailAnnouncement(t, shown.state)}
      refused={failed?.error.code === "switched-off"}
      tasks={[...(isDraft ? [reply, translate] : received), researchTask(t, research)]}
      task={task}
      onTask={setTask}
      ministry={services.settings}
      account={services.account}
    >
      {plans.map(({ state, flow }, index) => (
        <SummarySendSheet
          key={index}
          plan={state.work.phase === "confirming" ? state.work.plan : undefined}
          hidden={selected.hidden?.length}
          relayIsHere={services.relayIsHere}
          confirmLabel={texts("send")}
          onConfirm={(plan, declared) => void flow.confirm(plan, declared)}
          onClose={() => flow.close()}
        />
      ))}
      <SummarySendSheet
        plan={tasks.summary.state.work.phase === "confirming" ? tasks.summary.state.work.plan : undefined}
        hidden={selected.hidden?.length}
        relayIsHere={services.relayIsHere}
        onConfirm={(plan, declared) => void tasks.summary.session.confirm(plan, declared)}
        onClose={() => tasks.summary.session.close()}
      />
    </TaskPane>
  );

  function scopeOf(): string | undefined {
    if (mail === "none") return t("mail.none");
    if (head === undefined) return undefined;
    if (isDraft) return reading?.subject || texts("draft.scope");
    return (reading ?? head).subject || t("mail.noSubject");
  }
}
