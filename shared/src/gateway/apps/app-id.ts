import { GenaiError } from "../../vocabulary";

/** Id of an AppCard: the service and the app's own ids, each of which may hold anything. */
export function appId(service: string, ...ids: string[]): string {
  return [service, ...ids].map(encodeURIComponent).join("/");
}

/**
 * The app's own ids.
 * @throws GenaiError "not-found" for an id of another service, or of no shape that `appId` makes
 */
export function idsOfApp(id: string, service: string, count: number): string[] {
  const parts = id.split("/").map(decoded);
  if (parts.length !== count + 1 || parts[0] !== service || parts.some((part) => part === undefined || part === "")) {
    throw new GenaiError("not-found", "no app of that id in this service");
  }
  return parts.slice(1) as string[];
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken escape: an id that this relay never gave out.
    return undefined;
  }
}
