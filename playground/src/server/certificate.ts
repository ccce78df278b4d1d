import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "selfsigned";

/** PEM texts of a key and its certificate. */
export interface Certificate {
  key: string;
  cert: string;
}

const dayMs = 86_400_000;
const validDays = 365;
/** A certificate that ends within this time is made anew, so that it does not end in the middle of a day's work. */
const renewDays = 7;

/**
 * A self-signed certificate for `localhost`, kept in `folder` and used again until it is about to expire: a browser
 * asks about each new certificate once. office.js talks to its host page over https only.
 */
export async function localCertificate(folder: string, now = new Date()): Promise<Certificate> {
  const kept = await readKept(folder);
  if (kept !== undefined && isUsable(kept, now)) return kept;
  const certificate = await makeCertificate(now);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "localhost.key"), certificate.key, { mode: 0o600 });
  await writeFile(join(folder, "localhost.crt"), certificate.cert);
  return certificate;
}

async function readKept(folder: string): Promise<Certificate | undefined> {
  try {
    const [key, cert] = await Promise.all([
      readFile(join(folder, "localhost.key"), "utf8"),
      readFile(join(folder, "localhost.crt"), "utf8"),
    ]);
    return { key, cert };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** False for what another program wrote, what belongs to another key, and what is about to expire. */
function isUsable({ key, cert }: Certificate, now: Date): boolean {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) return false;
  } catch (error) {
    // Unreadable PEM: OpenSSL says so with an error code of its own. It is replaced.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
  const endsAt = Date.parse(certificate.validTo);
  return certificate.checkHost("localhost") !== undefined && endsAt - now.getTime() > renewDays * dayMs;
}

async function makeCertificate(now: Date): Promise<Certificate> {
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    // A clock that runs a little behind must not find it "not yet valid".
    notBeforeDate: new Date(now.getTime() - dayMs),
    notAfterDate: new Date(now.getTime() + validDays * dayMs),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
