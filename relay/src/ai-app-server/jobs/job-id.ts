import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Whose a job is: the app and the very key it was called with, and the person's pseudonym. */
export interface JobOwner {
  app: string;
  key: string;
  user: string;
}

/** One digest for the store, which needs no key and no pseudonym. */
export function ownerDigest({ app, key, user }: JobOwner): string {
  return createHash("sha256")
    .update(JSON.stringify([app, key, user]))
    .digest("hex");
}

const randomLength = 18;
const macLength = 18;

/**
 * A new id: 144 random bits nobody guesses, and a code that only the owner's key makes. By the code the relay knows its
 * own ids after it has forgotten the job, and can say that the job is over, where 404 would let GENAI ask for four days.
 */
export function newJobId(owner: JobOwner): string {
  const random = randomBytes(randomLength);
  return Buffer.concat([random, codeOf(random, owner)]).toString("base64url");
}

/** True for an id that was made for this owner. */
export function isJobIdOf(id: string, owner: JobOwner): boolean {
  if (!/^[A-Za-z0-9_-]{48}$/.test(id)) return false;
  const bytes = Buffer.from(id, "base64url");
  if (bytes.length !== randomLength + macLength) return false;
  return timingSafeEqual(bytes.subarray(randomLength), codeOf(bytes.subarray(0, randomLength), owner));
}

function codeOf(random: Uint8Array, { app, key, user }: JobOwner): Buffer {
  const mac = createHmac("sha256", key)
    .update(JSON.stringify(["job", app, user]))
    .update(random)
    .digest();
  return mac.subarray(0, macLength);
}
