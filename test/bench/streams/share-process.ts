import { cutOffsets } from "./cut-offsets";
import { readRecordings, type Recording, type UnreadableRecording } from "./recording";
import { RecordingServer } from "./recording-server";
import { hasContract, runContract, type Decoded } from "./run-contract";
import { RunTimedOut, within } from "./within";

/** What one process of the `streams` measure found: all files, and its share of the cuts of each. */
export interface Share {
  rows: ShareRow[];
  silentEnds: number;
  cutsSeen: number;
}

export interface ShareRow {
  file: string;
  contract: string;
  text: string;
  finish: string | null;
  error: string | null;
  chunks: number;
  cuts: number;
  cutDifferences: number;
  /** The whole reply ended in one terminal event. */
  ended: boolean;
}

/** Longest one reply may take. Milliseconds. */
const longestRunMs = 30_000;

/** Replies served at the same time. */
const concurrency = 16;

const [folder, contract, number, count] = process.argv.slice(2) as [string, string, string, string];
/** "" when the caller named none. */
const named = contract === "" ? undefined : contract;
process.send?.(await decodeShare(), () => process.exit());

async function decodeShare(): Promise<Share> {
  const found = readRecordings(folder, named);
  const recordings = found.filter((one): one is Recording => "bytes" in one && hasContract(one.contract));
  const server = new RecordingServer(recordings);
  await server.start();
  server.observeFetch();
  const share: Share = { rows: [], silentEnds: 0, cutsSeen: 0 };
  for (const one of found) {
    const row = rowOf(one);
    share.rows.push(row);
    if (!("bytes" in one) || row.error !== null) continue;
    const index = recordings.indexOf(one);
    const run = async (cut: number): Promise<Decoded> => {
      const decoded = await within(longestRunMs, runContract(one.contract, server.url(index, cut)));
      if (!decoded.ended) share.silentEnds++;
      return decoded;
    };
    try {
      const whole = await run(0);
      Object.assign(row, whole);
      const cuts = cutOffsets(one.bytes).filter((_, position) => position % Number(count) === Number(number));
      await forEach(cuts, async (cut) => {
        row.cuts++;
        if (!sameDecoding(whole, await run(cut))) row.cutDifferences++;
      });
    } catch (error) {
      // A runner must not throw, nor go on for ever: that is a result about this file, and no reason to lose those of the others.
      process.stderr.write(`${one.file}: ${(error as Error).message}\n`);
      Object.assign(row, { error: error instanceof RunTimedOut ? "timed-out" : "runner-threw", ended: false });
    }
  }
  share.cutsSeen = server.cutsSeen;
  return share;
}

function rowOf(one: Recording | UnreadableRecording): ShareRow {
  const error = "error" in one ? one.error : hasContract(one.contract) ? null : "contract-unsupported";
  const chunks = "chunks" in one ? one.chunks : 0;
  const { file, contract } = one;
  return { file, contract, text: "", finish: null, error, chunks, cuts: 0, cutDifferences: 0, ended: false };
}

function sameDecoding(one: Decoded, other: Decoded): boolean {
  return (
    one.text === other.text && one.finish === other.finish && one.error === other.error && one.ended === other.ended
  );
}

async function forEach<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
