import { MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import type { TaskName } from "@genai-office/shared/vocabulary";
import { useCallback, type ReactNode } from "react";
import type { AdminSettings } from "../../src/admin/shapes";
import type { LimitSet } from "../../src/settings/ministry-settings";
import type { AdminClient } from "../admin-client";
import { momentText, numberText } from "../format";
import { DataTable, type DataRow } from "../parts/DataTable";
import { Failure } from "../parts/Failure";
import { Part } from "../parts/Part";
import { usePageStyles } from "../parts/page-styles";
import { useWording, type PageLocale, type Texts } from "../texts";
import { useLoaded } from "../use-loaded";

const refreshMs = 10_000;

/** What of the settings file is in force. It is changed in the file, not here. */
export function SettingsPage({ client }: { client: AdminClient }) {
  const { texts } = useWording();
  const styles = usePageStyles();
  const load = useCallback(() => client.settings(), [client]);
  const { value, error, loading, reload } = useLoaded(load, refreshMs);
  return (
    <div className={styles.page}>
      {error !== undefined && <Failure error={error} stale={value !== undefined} onRetry={reload} />}
      {value === undefined ? loading && <Spinner label={texts.loading} /> : <InForce settings={value} />}
    </div>
  );
}

function InForce({ settings }: { settings: AdminSettings }) {
  const { texts, locale } = useWording();
  const styles = usePageStyles();
  const words = texts.settings;
  const { problem, masking, retention } = settings;
  return (
    <>
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {words.problem} {`${words.place}：${problem.place}　${words.fault}：${problem.fault}`}
          </MessageBarBody>
        </MessageBar>
      )}
      <Part title={texts.tabs.settings}>
        <dl className={styles.facts}>
          <Fact name={texts.overview.settingsVersion}>
            {settings.version === "none"
              ? words.noFile
              : words.inForce(settings.version, momentText(settings.since, locale))}
          </Fact>
          <Fact name={words.displayName}>{settings.displayName}</Fact>
          <Fact name={words.masking}>{words.maskingDefaults[masking.default]}</Fact>
          <Fact name={words.publicRoles}>{listed(masking.publicRoles, texts)}</Fact>
          <Fact name={words.retention}>
            {`${words.auditDays(retention.auditDays)}、${words.usageDays(retention.usageDays)}`}
          </Fact>
          {(["viewer", "operator", "officer"] as const).map((role) => (
            <Fact key={role} name={`${words.roles}：${texts.roles[role]}`}>
              {listed(settings.roles[role], texts)}
            </Fact>
          ))}
        </dl>
      </Part>
      <Part title={words.limits}>
        <DataTable
          label={words.limits}
          columns={words.limitColumns}
          rows={limitRows(settings, texts, locale)}
          numbers={[1, 2, 3, 4, 5]}
        />
        <dl className={styles.facts} style={{ marginTop: "8px" }}>
          <Fact name={words.text}>{limitText(settings.limits.textCharacters, texts, locale)}</Fact>
          <Fact name={words.upload}>{limitText(settings.limits.uploadBytes, texts, locale, " B")}</Fact>
        </dl>
      </Part>
      <Listed
        title={words.sections}
        columns={words.sectionColumns}
        rows={settings.sections.map(({ id, name, groups }) => ({
          key: id,
          cells: [name[locale] ?? name.ja, id, groups.join("、")],
        }))}
      />
      <Listed
        title={words.glossaries}
        columns={words.glossaryColumns}
        rows={settings.glossaries.map(({ id, version, languages, terms }) => ({
          key: id,
          cells: [id, version, languages.join("、"), numberText(terms, locale)],
        }))}
      />
      {settings.glossaryProblems.length > 0 && (
        <Listed
          title={words.glossaryProblems}
          columns={words.glossaryProblemColumns}
          rows={settings.glossaryProblems.map(({ glossary, row, code }) => ({
            key: `${glossary} ${row} ${code}`,
            cells: [glossary, String(row), code],
          }))}
        />
      )}
      <Listed
        title={words.templates}
        columns={words.templateColumns}
        rows={settings.templates.map(({ id, name, task, sections }) => ({
          key: id,
          cells: [name[locale] ?? name.ja, texts.tasks[task], sections?.join("、") ?? texts.models.everyone],
        }))}
      />
      <Listed
        title={words.prompts}
        columns={[texts.switches.task, words.prompts]}
        rows={Object.entries(settings.prompts).map(([task, wording]) => ({
          key: task,
          cells: [texts.tasks[task as TaskName], wording],
        }))}
      />
      <Listed
        title={words.notices}
        columns={words.noticeColumns}
        rows={settings.notices.map(({ id, text, severity, from, until }) => ({
          key: id,
          cells: [
            text[locale] ?? text.ja,
            words.severities[severity],
            `${from === undefined ? "" : momentText(from, locale)} – ${until === undefined ? "" : momentText(until, locale)}`,
          ],
        }))}
      />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const styles = usePageStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

function Listed({ title, columns, rows }: { title: string; columns: readonly string[]; rows: readonly DataRow[] }) {
  const { texts } = useWording();
  const styles = usePageStyles();
  return (
    <Part title={title}>
      {rows.length === 0 ? (
        <p className={styles.value}>{texts.none}</p>
      ) : (
        <DataTable label={title} columns={columns} rows={rows} />
      )}
    </Part>
  );
}

function listed(values: readonly string[], texts: Texts): string {
  return values.length === 0 ? texts.none : values.join("、");
}

function limitText(value: number | undefined, texts: Texts, locale: PageLocale, unit = ""): string {
  return value === undefined ? texts.settings.unlimited : `${numberText(value, locale)}${unit}`;
}

function limitRows({ limits, sections }: AdminSettings, texts: Texts, locale: PageLocale): DataRow[] {
  const words = texts.settings;
  const row = (name: string, set: LimitSet): DataRow => ({
    key: name,
    cells: [
      name,
      ...[set.requestsPerMinute, set.concurrentStreams, set.stepsPerDay, set.tokensPerDay, set.costPerDay].map(
        (value) => limitText(value, texts, locale),
      ),
    ],
  });
  const own = sections.flatMap(({ name, limits: { person, section } }) => {
    const shown = name[locale] ?? name.ja;
    return [
      ...(Object.keys(person).length === 0 ? [] : [row(words.perSection(shown), person)]),
      ...(Object.keys(section).length === 0 ? [] : [row(words.ofSection(shown), section)]),
    ];
  });
  return [row(words.person, limits.person), row(words.section, limits.section), row(words.whole, limits.whole), ...own];
}
