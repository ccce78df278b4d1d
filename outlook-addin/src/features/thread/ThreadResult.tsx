import { mergeClasses } from "@fluentui/react-components";
import { FindingNote, StatementText, useTexts } from "@genai-office/shared/pane";
import type { ThreadSummaryResult } from "@genai-office/shared/tasks";
import type { Statement } from "@genai-office/shared/vocabulary";
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { ResultCard } from "../work/ResultCard";
import { useResultStyles } from "../work/result-styles";
import { StruckLines } from "./StruckLines";
import { threadSections, type ThreadLine } from "./thread-lines";
import { threadTexts } from "./thread-texts";

export interface ThreadResultProps {
  /** Who wrote it: 「AIによる下書き・…」. */
  label: string;
  streaming: string;
  result: ThreadSummaryResult | undefined;
  /** A line was chosen; the words of its mails are to be shown. */
  onShowSource(statement: Statement): void;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Who asks what of me by when, what was decided, what is open; each line leads to the words of its mail. */
export default function ThreadResult({ label, streaming, result, onShowSource }: ThreadResultProps) {
  const texts = useTexts(threadTexts);
  return (
    <ResultCard title={texts("title")} label={label} streaming={streaming}>
      {result !== undefined && <Sections result={result} onShowSource={onShowSource} />}
    </ResultCard>
  );
}

function Sections({ result, onShowSource }: Pick<ThreadResultProps, "onShowSource"> & { result: ThreadSummaryResult }) {
  const texts = useTexts(threadTexts);
  const styles = useResultStyles();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const [tabStop, setTabStop] = useState(0);
  const [shown, setShown] = useState<Statement>();
  const sections = useMemo(() => threadSections(result), [result]);
  const lines = [...sections.mine, ...sections.others, ...sections.decisions, ...sections.open];
  const move = (event: KeyboardEvent) => {
    const last = lines.length - 1;
    const ends: Record<string, number> = { Home: 0, End: last };
    const step = steps[event.key];
    const target = ends[event.key] ?? (step === undefined ? undefined : Math.min(last, Math.max(0, tabStop + step)));
    if (target === undefined) return;
    event.preventDefault();
    box.current?.querySelectorAll<HTMLElement>("[data-part=statement]")[target]?.focus();
  };
  const item = (line: ThreadLine) => {
    const index = lines.indexOf(line);
    return (
      <li
        key={index}
        className={mergeClasses(styles.item, line.request?.ofMe === true && styles.mine)}
        data-part="thread-line"
      >
        <p className={styles.text}>
          <StatementText
            placed={line.placed}
            tabStop={index === tabStop}
            shown={shown === line.placed.statement}
            describedBy={hint}
            onFocus={() => setTabStop(index)}
            onKeyDown={move}
            onChoose={() => {
              setShown(line.placed.statement);
              onShowSource(line.placed.statement);
            }}
          />
        </p>
        <LineFacts line={line} />
        {line.findings.map((finding, at) => (
          <FindingNote key={at} finding={finding} output={result.text} />
        ))}
      </li>
    );
  };
  const section = (name: "mine" | "others" | "decisions" | "open", list: ThreadLine[]) => (
    <div data-part={`section-${name}`}>
      <h3 className={styles.section}>{texts(name)}</h3>
      {list.length === 0 ? (
        <p className={styles.quiet}>{texts("none")}</p>
      ) : (
        <ul className={styles.list}>{list.map(item)}</ul>
      )}
    </div>
  );
  const count = result.findings.filter(({ severity }) => severity !== "info").length;
  return (
    <div ref={box} className={styles.list}>
      <p className={styles.quiet} data-part="facts">
        {count === 0 ? texts("factsNone") : texts("facts", { findings: count })}
      </p>
      {section("mine", sections.mine)}
      {sections.others.length > 0 && section("others", sections.others)}
      {section("decisions", sections.decisions)}
      {section("open", sections.open)}
      {sections.elsewhere.map((finding, at) => (
        <FindingNote key={at} finding={finding} />
      ))}
      {result.unsupported.length > 0 && <StruckLines lines={result.unsupported} />}
      <p id={hint} className={styles.quiet}>
        {texts("hint")}
      </p>
    </div>
  );
}

/** Who wrote it when, by when and under which condition it is asked, of whom, and whether it has been answered. */
function LineFacts({ line: { who, date, request } }: { line: ThreadLine }) {
  const texts = useTexts(threadTexts);
  const styles = useResultStyles();
  const from = [who, date.replaceAll("-", "/")].filter((part) => part !== "").join("・");
  return (
    <p className={styles.quiet}>
      {request !== undefined && <span className={styles.due}>{texts("due", { due: request.due })}　</span>}
      {request?.condition !== undefined && `${texts("condition", { condition: request.condition })}　`}
      {request?.of !== undefined && !request.ofMe && `${texts("of", { of: request.of })}　`}
      {from}
      {request?.answeredBy !== undefined && `・${texts("answered")}`}
    </p>
  );
}
