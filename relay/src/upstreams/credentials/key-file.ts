import type { CredentialPort } from "@genai-office/shared/gateway";
import { readSecretFile } from "./secret-file";

/**
 * The header that carries a key of a file: `Bearer KEY` in "Authorization", the bare key in any other.
 * The port rejects with GenaiError "unauthorized" when the file holds no usable key.
 */
export function keyFileCredentials(file: string, header: string): CredentialPort {
  const bearer = header.toLowerCase() === "authorization";
  return async () => {
    const key = await readSecretFile(file, "header");
    return { [header]: bearer ? `Bearer ${key}` : key };
  };
}
