import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Whose a job is: the app and the person's pseudonym. Not the key: it may be changed while a job is open. */
export interface JobOwner {
  app: string;
  user: string;
}

/** One digest for the store, which needs no pseudonym. */
export function ownerDigest({ app, user }: JobOwner): string {
  return digestOf(["owner", app, user]);
}

/** The person, whatever the app. */
export function personDigest({ user }: JobOwner): string {
  return digestOf(["person", user]);
}

function digestOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

const randomLength = 18;
const macLength = 18;

/**
 * A new id: 144 random bits nobody guesses, and a code that only the app's key makes. By the code the relay knows its
 * own ids after it has forgotten the job, and can say that the job is over, where 404 would let GENAI ask for four days.
 */
export function newJobId(owner: JobOwner, key: string): string {
  const random = randomBytes(randomLength);
  return Buffer.concat([random, codeOf(random, owner, key)]).toString("base64url");
}

/** True for an id that was made for this owner under one of the app's keys. */
export function isJobIdOf(id: string, owner: JobOwner, keys: readonly string[]): boolean {
  if (!/^[A-Za-z0-9_-]{48}$/.test(id)) return false;
  const bytes = Buffer.from(id, "base64url");
  if (bytes.length !== randomLength + macLength) return false;
  const [random, code] = [bytes.subarray(0, randomLength), bytes.subarray(randomLength)];
  return keys.some((key) => timingSafeEqual(code, codeOf(random, owner, key)));
}

function codeOf(random: Uint8Array, { app, user }: JobOwner, key: string): Buffer {
  const mac = createHmac("sha256", key)
    .update(JSON.stringify(["job", app, user]))
    .update(random)
    .digest();
  return mac.subarray(0, macLength);
}
