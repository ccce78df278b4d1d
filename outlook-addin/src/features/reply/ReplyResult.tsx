import { Button, makeStyles, Textarea } from "@fluentui/react-components";
import { FindingNote, useTexts } from "@genai-office/shared/pane";
import type { ReplyResult as Reply } from "@genai-office/shared/tasks";
import { useMemo } from "react";
import { MarkedText } from "../work/MarkedText";
import { ResultCard } from "../work/ResultCard";
import { useResultStyles } from "../work/result-styles";
import { QuestionList } from "./QuestionList";
import { placedParts } from "./reply-pieces";
import { replyTexts } from "./reply-texts";

const useStyles = makeStyles({
  edit: { alignSelf: "flex-start" },
});

export interface ReplyResultProps {
  /** Who wrote it: 「AIによる下書き・…」. */
  label: string;
  streaming: string;
  result: Reply | undefined;
  /** The text as the person has changed it; undefined while it is as it was drafted. */
  edited: string | undefined;
  /** Undefined goes back to the draft. */
  onEdit(text: string | undefined): void;
}

/** The draft by its parts with what was found at the spot, or the person's own version of it; and what the mail asks. */
export function ReplyResult({ label, streaming, result, edited, onEdit }: ReplyResultProps) {
  const texts = useTexts(replyTexts);
  return (
    <ResultCard title={texts("title")} label={label} streaming={streaming}>
      {result !== undefined && <Finished result={result} edited={edited} onEdit={onEdit} />}
    </ResultCard>
  );
}

function Finished({ result, edited, onEdit }: Pick<ReplyResultProps, "edited" | "onEdit"> & { result: Reply }) {
  const texts = useTexts(replyTexts);
  const shared = useResultStyles();
  const count = result.findings.filter(({ severity }) => severity !== "info").length;
  return (
    <>
      <p className={shared.quiet} data-part="facts">
        {count === 0 ? texts("factsNone") : texts("facts", { findings: count })}
      </p>
      {edited === undefined ? (
        <Parts result={result} onEdit={() => onEdit(result.text)} />
      ) : (
        <Editor text={edited} result={result} onEdit={onEdit} />
      )}
      {result.questions.length > 0 && <QuestionList questions={result.questions} />}
    </>
  );
}

function Parts({ result, onEdit }: { result: Reply; onEdit(): void }) {
  const texts = useTexts(replyTexts);
  const shared = useResultStyles();
  const styles = useStyles();
  const { parts, elsewhere } = useMemo(() => placedParts(result), [result]);
  return (
    <>
      {parts.map(({ name, pieces, findings }) => (
        <div key={name} data-part={`reply-${name}`}>
          <h3 className={shared.section}>{texts(`part.${name}`)}</h3>
          <MarkedText pieces={pieces} />
          {findings.map((finding, index) => (
            <FindingNote key={index} finding={finding} output={result.text} />
          ))}
        </div>
      ))}
      {/* A question without an answer stands in the list of questions. */}
      {elsewhere
        .filter(({ code }) => code !== "question-unanswered")
        .map((finding, index) => (
          <FindingNote key={index} finding={finding} />
        ))}
      <Button className={styles.edit} size="small" onClick={onEdit} data-part="edit">
        {texts("edit")}
      </Button>
    </>
  );
}

function Editor({ text, result, onEdit }: { text: string; result: Reply; onEdit(text: string | undefined): void }) {
  const texts = useTexts(replyTexts);
  const shared = useResultStyles();
  const styles = useStyles();
  // What was found in words that still stand there is still to be checked.
  const left = result.findings.filter(
    ({ output }) => output !== undefined && text.includes(result.text.slice(output.start, output.end)),
  );
  return (
    <>
      <Textarea
        aria-label={texts("editLabel")}
        value={text}
        onChange={(_, { value }) => onEdit(value)}
        resize="vertical"
        rows={14}
        data-part="reply-text"
      />
      <p className={shared.quiet}>{texts("edited")}</p>
      {left.map((finding, index) => (
        <FindingNote key={index} finding={finding} output={result.text} />
      ))}
      <Button className={styles.edit} size="small" onClick={() => onEdit(undefined)} data-part="as-written">
        {texts("asWritten")}
      </Button>
    </>
  );
}
