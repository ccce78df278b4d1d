import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Citation } from "../../../tasks/research";
import { useResearchStyles } from "../research-styles";
import { useResearchTexts } from "../use-session";

const useStyles = makeStyles({
  item: {
    outlineStyle: "none",
    padding: "2px 4px",
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: "anywhere",
    ":focus": { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Id of a source in the page. */
export function sourceId(inquiry: string, number: number): string {
  return `source-${inquiry}-${number}`;
}

/** The sources of an answer; a mark in the text leads here. Links open outside of the pane. */
export function SourceList({ inquiry, citations }: { inquiry: string; citations: readonly Citation[] }) {
  const { tr } = useResearchTexts();
  const styles = useStyles();
  const common = useResearchStyles();
  return (
    <section aria-label={tr("sources")} data-part="sources">
      <h3 className={common.heading}>{tr("sources")}</h3>
      <ul className={common.list}>
        {citations.map(({ number, title, url }) => (
          <li key={number} id={sourceId(inquiry, number)} tabIndex={-1} className={styles.item}>
            [{number}]{" "}
            {url === undefined ? (
              title
            ) : (
              <>
                <Link href={url} target="_blank" rel="noopener noreferrer">
                  {title}
                </Link>
                {title !== url && <span className={common.detail}>{url}</span>}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
