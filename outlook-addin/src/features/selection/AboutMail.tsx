import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { LazyPart, lazyView, useTexts, useTranslation } from "@genai-office/shared/pane";
import type { ReactNode } from "react";
import { mailLine } from "../../mail-line";
import { PartsBanner } from "../parts/PartsBanner";
import type { PartsProps } from "../parts/parts-props";
import { workTexts } from "../work/work-texts";
import type { SelectionState } from "./selection-state";

/** Most messages hide nothing, and most of the time there is one. */
const HiddenTextNote = lazyView(() => import(/* webpackChunkName: "hidden-text" */ "./hidden-text"));
const NoMail = lazyView(() => import(/* webpackChunkName: "no-mail" */ "./NoMail"));

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  sender: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere", minWidth: 0 },
});

export interface AboutMailProps extends Omit<PartsProps, "reading"> {
  selected: SelectionState;
  onRefresh(): void;
}

function inTime(part: ReactNode): ReactNode {
  return <LazyPart onBack={() => undefined}>{part}</LazyPart>;
}

/** Who sent the message when, what it hides, and which parts of it are used; or why there is none. */
export function AboutMail({ selected, onRefresh, ...parts }: AboutMailProps) {
  const t = useTranslation();
  const texts = useTexts(workTexts);
  const styles = useStyles();
  const { mail, reading, unread } = selected;
  if (mail === undefined) return null;
  if (mail === "none") return inTime(<NoMail why={selected.obstacle ?? "none"} onRefresh={onRefresh} />);
  const line = mailLine(t, reading ?? mail);
  return (
    <>
      <div className={styles.row}>
        <p className={styles.sender} data-part="sender">
          {line}
        </p>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwiseRegular />}
          aria-label={texts("refresh")}
          title={texts("refresh")}
          onClick={onRefresh}
          data-part="refresh"
        />
      </div>
      {unread !== undefined && inTime(<NoMail why={unread.code} onRefresh={onRefresh} />)}
      {selected.hidden !== undefined &&
        selected.hidden.length > 0 &&
        inTime(<HiddenTextNote key={mail.identity} hidden={selected.hidden} />)}
      {reading !== undefined && <PartsBanner key={`parts ${mail.identity}`} reading={reading} {...parts} />}
    </>
  );
}
