import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEntra } from "../../support/entra/entra-server";
import { paneApplication, relayApplication, testTenant } from "../../support/entra/tenant";

export interface MeasuredSignIn {
  /** Of a relay that trusts it. */
  environment: Record<string, string>;
  /** Access tokens of different people. */
  tokens: string[];
  stop(): Promise<void>;
}

const people = 20;

/** A login service of our own, and people who have signed in to it. */
export async function startSignIn(): Promise<MeasuredSignIn> {
  const entra = await startEntra();
  const folder = mkdtempSync(join(tmpdir(), "relay-sign-in-"));
  const secretFile = join(folder, "pseudonyms");
  writeFileSync(secretFile, "a secret of thirty-two characters or more", { mode: 0o600 });
  return {
    environment: {
      ENTRA_TENANT_ID: testTenant,
      ENTRA_AUDIENCE: relayApplication,
      ENTRA_CLIENT_ID: paneApplication,
      ENTRA_AUTHORITY: entra.origin,
      PSEUDONYM_SECRET_FILE: secretFile,
    },
    tokens: Array.from({ length: people }, (_, index) =>
      entra.personToken({
        objectId: `77777777-aaaa-4bbb-8ccc-${String(index).padStart(12, "0")}`,
        name: `架空 ${index}`,
        userName: `person-${index}@ministry.example`,
        groups: [],
        roles: [],
      }),
    ),
    async stop() {
      await entra.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
