import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { diagnose } from "../../diagnostics";
import { retryable } from "../../retryable";

const useStyles = makeStyles({
  answer: {
    fontSize: "15px",
    lineHeight: "26px",
    overflowWrap: "anywhere",
    minWidth: 0,
    "& p, & ul, & ol, & blockquote, & pre": { margin: "0 0 8px" },
    "& ul, & ol": { paddingLeft: "1.4em" },
    "& h3, & h4, & h5, & h6": {
      margin: "12px 0 4px",
      fontSize: "15px",
      lineHeight: "24px",
      fontWeight: tokens.fontWeightSemibold,
    },
    "& blockquote": { paddingLeft: "10px", borderLeft: `3px solid ${tokens.colorNeutralStroke1}` },
    "& pre": { overflowX: "auto", whiteSpace: "pre-wrap", backgroundColor: tokens.colorNeutralBackground3 },
    "& a": { color: tokens.colorBrandForegroundLink },
    "& [data-scrolls]": { overflowX: "auto", margin: "0 0 8px" },
    "& table": { borderCollapse: "collapse" },
    "& th, & td": { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: "2px 6px", textAlign: "left" },
    "& [data-citation]": {
      padding: 0,
      border: "none",
      backgroundColor: "transparent",
      color: tokens.colorBrandForegroundLink,
      font: "inherit",
      cursor: "pointer",
      textDecorationLine: "underline",
      ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  plain: { margin: 0, whiteSpace: "pre-wrap" },
});

/** What turns markdown into safe nodes: a chunk of its own, with the first answer. */
export const loadRenderer = retryable(() => import(/* webpackChunkName: "answer" */ "./answer-renderer"));

export interface AnswerTextProps {
  markdown: string;
  /** Numbers of the sources: their marks become buttons. */
  numbers: readonly number[];
  /** A mark was chosen. */
  onCitation?(number: number): void;
  /** Of the button of a mark, for screen readers. */
  citationLabel?(number: number): string;
}

/** Markdown of an app, shown safely; as plain text until what renders it is there. */
export function AnswerText({ markdown, numbers, onCitation, citationLabel }: AnswerTextProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const list = numbers.join(",");
  const label = useRef(citationLabel);
  label.current = citationLabel;
  useEffect(() => {
    let current = true;
    loadRenderer().then(
      ({ renderAnswer }) => {
        if (!current || box.current === null) return;
        const nodes = renderAnswer(markdown, list === "" ? [] : list.split(",").map(Number));
        for (const button of nodes.querySelectorAll<HTMLElement>("[data-citation]")) {
          const words = label.current?.(Number(button.dataset["citation"]));
          if (words !== undefined) button.setAttribute("aria-label", words);
        }
        box.current.replaceChildren(nodes);
        setDrawn(true);
      },
      // The words stay as plain text.
      (thrown: unknown) => diagnose("an answer is shown as plain text", thrown),
    );
    return () => {
      current = false;
    };
  }, [markdown, list]);
  return (
    <div className={styles.answer}>
      {!drawn && <p className={styles.plain}>{markdown}</p>}
      {/* React draws nothing inside: the nodes are the renderer's. */}
      <div
        ref={box}
        onClick={(event) => {
          const number = (event.target as Element).closest<HTMLElement>("[data-citation]")?.dataset["citation"];
          if (number !== undefined) onCitation?.(Number(number));
        }}
        data-part="answer-text"
      />
    </div>
  );
}
