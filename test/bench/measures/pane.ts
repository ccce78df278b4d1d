import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startPlayground } from "@genai-office/playground";
import { findChromium } from "../../support/chromium";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import { visitPane, type PaneRequest, type Visit } from "../pane/pane-visit";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const timedVisits = 5;

/** Where a pane is hosted, and how much higher the page around it is than the pane. Pixels. */
const hosts: Readonly<
  Record<string, { entry: string; path: string; barsHeight: number; panePath: string; content?: string }>
> = {
  word: { entry: "word-addin/src/main.tsx", path: "/", barsHeight: 84, panePath: "/taskpane.html" },
  outlook: { entry: "outlook-addin/src/main.tsx", path: "/mail", barsHeight: 120, panePath: "/taskpane.html" },
  // As narrow as a phone shows it. It is of use when the list, or what stands in the place of an empty one, is there.
  teams: {
    entry: "teams-bot/tab/main.tsx",
    path: "/teams?tab=minutes&width=320",
    barsHeight: 184,
    panePath: "/tab.html",
    content: "[data-part=job], [data-part=empty]",
  },
};

/** Scripts that stand in for Office: its own, and what the playground adds to the npm build of it. */
const officeScript = /^\/office-(js|host)\//;

/**
 * `pane [word|outlook|teams]`: the production bundle in the playground, in browsers that have never seen it.
 * Bytes and accessibility from a visit without a click; times from visits that click as soon as the button is painted.
 */
export const measure: Measure = async (args) => {
  const pane = args[0] ?? "word";
  if (!["word", "outlook", "teams"].includes(pane)) throw new MeasurementImpossible("name word, outlook or teams");
  const host = hosts[pane];
  if (host === undefined || !existsSync(join(repository, host.entry)))
    throw new MeasurementImpossible(`there is no ${pane} pane in the playground yet`);
  const executable = findChromium();
  if (executable === undefined) throw new MeasurementImpossible("no Chrome, Chromium or Edge found; set CHROME_PATH");
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  const localFolder = await mkdtemp(join(tmpdir(), "pane-measure-"));
  const playground = await startPlayground({ panePort: 0, hostPort: 0, localFolder });
  try {
    const { path, barsHeight, panePath, content } = host;
    const page = {
      executable,
      hostUrl: playground.hostUrl + path,
      barsHeight,
      panePath,
      ...(content === undefined ? {} : { content }),
    };
    const still = await visitPane({ ...page, slowdown: 1, click: false, axe });
    const visits: Record<"x1" | "x4", Visit[]> = { x1: [], x4: [] };
    for (let round = 0; round < timedVisits; round += 1) {
      visits.x1.push(await visitPane({ ...page, slowdown: 1, click: true }));
      visits.x4.push(await visitPane({ ...page, slowdown: 4, click: true }));
    }
    return report(pane, still, visits, playground.paneUrl);
  } finally {
    await playground.stop();
    await rm(localFolder, { recursive: true, force: true });
  }
};

function report(pane: string, still: Visit, visits: Record<"x1" | "x4", Visit[]>, origin: string) {
  const scripts = still.requests.filter(({ type }) => type === "Script");
  const own = scripts.filter(({ url }) => url.startsWith(origin) && !officeScript.test(new URL(url).pathname));
  const office = scripts.filter((script) => !own.includes(script));
  const elsewhere = [still, ...visits.x1, ...visits.x4].flatMap(({ requests }) => requests.filter(isElsewhere(origin)));
  const times = (of: (visit: Visit) => number) => ({ x1: median(visits.x1.map(of)), x4: median(visits.x4.map(of)) });
  const firstPaintMs = times((visit) => visit.firstPaintMs);
  const buttonPaintedMs = times((visit) => visit.paintedMs);
  const firstUsableMs = times((visit) => visit.usableMs ?? NaN);
  const paneCompleteMs = times((visit) => visit.completeMs);
  const json = {
    pane,
    scriptGzipKb: kilobytes(own),
    officeJsGzipKb: kilobytes(office),
    requests: still.requests.length,
    firstPaintMs,
    buttonPaintedMs,
    firstUsableMs,
    paneCompleteMs,
    axeViolations: still.violations.length,
    otherOriginRequests: elsewhere.length,
    visits: timedVisits,
    frame: `${still.width}x${still.height}`,
    scripts: own.map(({ url, gzipBytes }) => ({ file: new URL(url).pathname, gzipKb: round(gzipBytes / 1000) })),
    violations: still.violations,
    otherOrigins: [...new Set(elsewhere.map(({ url }) => new URL(url).origin))],
  };
  const table = formatTable(
    ["measure", "x1", "x4", "goal"],
    [
      ["own scripts, kB gzip", json.scriptGzipKb, null, "<= 190"],
      ["office.js and the like, kB gzip", json.officeJsGzipKb, null, null],
      ["requests", json.requests, null, null],
      ["first paint, ms", firstPaintMs.x1, firstPaintMs.x4, "<= 250 at x4"],
      ["button painted, ms", buttonPaintedMs.x1, buttonPaintedMs.x4, null],
      ["first usable (a click is reacted to), ms", firstUsableMs.x1, firstUsableMs.x4, "<= 1000 at x4"],
      ["pane in place of its skeleton, ms", paneCompleteMs.x1, paneCompleteMs.x4, null],
      ["axe violations", json.axeViolations, null, "0"],
      ["requests to other origins", json.otherOriginRequests, null, "0"],
    ],
  );
  return { table, json };
}

const isElsewhere =
  (origin: string) =>
  ({ url }: PaneRequest): boolean =>
    !url.startsWith(`${origin}/`);

function kilobytes(scripts: PaneRequest[]): number {
  return round(scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000);
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return round(sorted[Math.floor(sorted.length / 2)] ?? NaN);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
