import { ConfigurationError, type Database, faultOf } from "@genai-office/shared/database";
import type { Logger } from "../logging/logger";
import { lookAtEnd } from "./chain-end";
import { verifyChain, type ChainAnchor } from "./verify-chain";
import { within } from "./within";

/** What this node knows of its database and of the chain in it. Steps run only where both are "ok". */
export interface AuditState {
  /** "starting": not asked yet, or it opens; "unusable": of another version, which only a person can mend. */
  database: "none" | "starting" | "ok" | "unreachable" | "unusable";
  /** Why it cannot be reached: a system code such as ECONNREFUSED, a SQLSTATE, or "timeout". */
  fault?: string;
  /** "blocked": nothing can be appended, because an entry stands behind the head or the head is gone; no step is let through.
   * "cut-off": entries at the end are gone; stays so, whatever is appended, until a verification passes. Undefined while
   * nothing is known. */
  chain?: "ok" | "blocked" | "cut-off";
}

export interface AuditWatch {
  state(): AuditState;
  start(): void;
  stop(): void;
}

export interface AuditWatchOptions {
  database: Database | undefined;
  logger: Logger;
  /** Told once when the database cannot be used as it is, with one line for the administrator. */
  onUnusable?(error: ConfigurationError): void;
  /** Pause between two questions. Milliseconds. */
  everyMs?: number;
  /** How long an answer may take. Milliseconds. */
  longestMs?: number;
}

/** The first opening of an embedded database takes some seconds. Milliseconds. */
const longestOpeningMs = 60_000;

/**
 * Asks now and then whether the database answers and whether the end of the chain is as it should be, so that health and the
 * admin page tell what is wrong before somebody wonders why all steps are refused. An end that was cut off is told until a
 * verification passes: one that is on record, of whichever node, and then one of this node itself, which also compares the
 * last head that it saw whole, because an entry that says so proves nothing.
 */
export function createAuditWatch(options: AuditWatchOptions): AuditWatch {
  const { database, logger, onUnusable, everyMs = 2_000, longestMs = 10_000 } = options;
  let state: AuditState = { database: database === undefined ? "none" : "starting" };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let seen: ChainAnchor | undefined;
  /** True since the end was found cut off; then the last head that was seen before. */
  let isCutOff = false;
  let lastWhole: ChainAnchor | undefined;
  let verifying = false;

  async function look(from: Database): Promise<AuditState> {
    const longest = state.database === "starting" ? longestOpeningMs : longestMs;
    try {
      const { state: end, head, verified } = await within(longest, lookAtEnd(from, seen, isCutOff));
      // What goes while nothing can be appended is looked for afterwards.
      if (end === "blocked") return { database: "ok", chain: end };
      if (end === "cut-off" && !isCutOff) {
        isCutOff = true;
        lastWhole = seen;
      }
      seen = head;
      if (isCutOff && verified && !verifying) void verify(from);
      return { database: "ok", chain: isCutOff ? "cut-off" : "ok" };
    } catch (thrown) {
      if (!(thrown instanceof ConfigurationError)) return { ...state, database: "unreachable", fault: faultOf(thrown) };
      if (state.database !== "unusable" && !stopped) {
        // Of our own making, for the administrator, and without a secret: the one message of an error that may be logged.
        logger.fatal({ problem: thrown.message }, "the database cannot be used");
        onUnusable?.(thrown);
      }
      return { database: "unusable" };
    }
  }

  async function verify(from: Database): Promise<void> {
    verifying = true;
    try {
      const verdict = await verifyChain(from, lastWhole === undefined ? [] : [lastWhole]);
      if (verdict.intact) {
        isCutOff = false;
        seen = verdict.head;
      } else {
        const { fault, at } = verdict;
        logger.error({ fault, at }, "entries of the audit are missed although a verification is said to have passed");
      }
    } catch (thrown) {
      if (!stopped) logger.error({ fault: faultOf(thrown) }, "the audit could not be verified: verify it again");
    } finally {
      verifying = false;
    }
  }

  function tell(before: AuditState, now: AuditState): void {
    if (now.database === "unreachable" && before.fault !== now.fault)
      logger.error({ fault: now.fault }, "the database does not answer");
    if (now.database === "ok" && before.database === "unreachable") logger.warn("the database answers again");
    if (now.chain === before.chain) return;
    if (now.chain === "blocked")
      logger.error({ chain: now.chain }, "nothing can be appended to the audit, and no step is let through: verify it");
    else if (now.chain === "cut-off") logger.error({ chain: now.chain }, "entries at the end of the audit are gone");
    else if (before.chain === "blocked") logger.warn("entries can be appended to the audit again");
    else if (before.chain !== undefined) logger.warn("the audit was found whole by a verification");
  }

  async function keepLooking(from: Database): Promise<void> {
    const before = state;
    const now = await look(from);
    if (stopped) return;
    state = now;
    tell(before, now);
    timer = setTimeout(() => void keepLooking(from), everyMs).unref();
  }

  return {
    state: () => state,
    start() {
      if (database !== undefined) void keepLooking(database);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** True when no step can be put on record, and none is let through. */
export function isOutOfOrder({ database, chain }: AuditState): boolean {
  return database === "unreachable" || database === "unusable" || chain === "blocked";
}
