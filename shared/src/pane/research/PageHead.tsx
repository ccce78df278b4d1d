import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { focusSoon, type FocusTarget } from "../focus-soon";
import { appsFocus } from "./apps-focus";
import { useResearchStyles } from "./research-styles";
import { useResearchTexts } from "./use-session";

interface PageHeadProps {
  title: string;
  onBack(): void;
  /** What gets the focus among the apps after the way back. */
  cameFrom: FocusTarget;
}

/** Back to the apps, and what the page is; takes the focus when the page opens. */
export function PageHead({ title, onBack, cameFrom }: PageHeadProps) {
  const { tr } = useResearchTexts();
  const styles = useResearchStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.head}>
      <Button
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        aria-label={tr("back")}
        title={tr("back")}
        onClick={() => {
          onBack();
          focusSoon(cameFrom, ...appsFocus);
        }}
        data-part="research-back"
      />
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
    </div>
  );
}
