/** Tokens of an Azure managed identity (docs/contracts.md). For Node. */
export { createManagedIdentity, type ManagedIdentityOptions } from "./managed-identity";
