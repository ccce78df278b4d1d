import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { lazyView, useTexts } from "@genai-office/shared/pane";
import { useId, useState } from "react";
import { workTexts } from "../work/work-texts";
import type { PartsProps } from "./parts-props";

/** Comes when the parts are opened. */
const PartsList = lazyView(() => import(/* webpackChunkName: "mail-parts" */ "./PartsList"));

const useStyles = makeStyles({
  banner: {
    padding: "6px 10px",
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  line: { margin: 0 },
});

/** Which parts of the message are used, and so leave; on demand each with a box to keep it back. */
export function PartsBanner(props: PartsProps) {
  const { reading, quoted, choice, used } = props;
  const texts = useTexts(workTexts);
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const files =
    used.files && choice.newest ? reading.attachments.filter(({ id }) => !choice.keptBack.includes(id)).length : 0;
  const isDraft = reading.kind === "draft";
  const parts = [
    ...(used.subject && choice.subject ? [texts("parts.subject")] : []),
    // What the person is writing is no part: a draft is answered from what it quotes.
    ...(isDraft ? [texts("parts.quotedMails")] : []),
    ...(!isDraft && choice.newest
      ? [texts(choice.quoted && quoted === undefined ? "parts.bodyQuoted" : "parts.body")]
      : []),
    ...(!isDraft && choice.quoted && quoted !== undefined && quoted > 0
      ? [texts("parts.quoted", { count: quoted })]
      : []),
    ...(files > 0 ? [texts("parts.files", { count: files })] : []),
  ];
  return (
    <div className={styles.banner} data-part="parts">
      <p className={styles.line}>
        {texts("parts.leaving", { parts: parts.join("・") })}{" "}
        <Link
          as="button"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          onClick={() => {
            props.onOpen();
            setOpen(!open);
          }}
          data-part="parts-change"
        >
          {texts("parts.change")}
        </Link>
      </p>
      {open && (
        <div id={listId}>
          <PartsList {...props} />
        </div>
      )}
    </div>
  );
}
