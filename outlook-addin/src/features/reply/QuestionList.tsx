import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTexts } from "@genai-office/shared/pane";
import type { AnsweredQuestion } from "@genai-office/shared/tasks";
import { useResultStyles } from "../work/result-styles";
import { replyTexts } from "./reply-texts";

const useStyles = makeStyles({
  question: { margin: 0, overflowWrap: "anywhere" },
  state: {
    alignSelf: "flex-start",
    padding: "0 6px",
    fontSize: "14px",
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  open: {
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

/** Everything the mail asks, and whether the reply says it. */
export function QuestionList({ questions }: { questions: readonly AnsweredQuestion[] }) {
  const texts = useTexts(replyTexts);
  const shared = useResultStyles();
  const styles = useStyles();
  return (
    <div data-part="questions">
      <h3 className={shared.section}>{texts("questions", { count: questions.length })}</h3>
      <ul className={shared.list}>
        {questions.map(({ text, answered }, index) => (
          <li key={index} className={shared.item} data-answered={answered}>
            <p className={styles.question}>{text}</p>
            <span className={mergeClasses(styles.state, !answered && styles.open)}>
              {texts(answered ? "answered" : "open")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
