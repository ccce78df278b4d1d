import { GenaiError } from "../../vocabulary";

/** Id of an AppCard: the service and the app's own ids, each of which may hold anything. */
export function appId(service: string, ...ids: string[]): string {
  return [service, ...ids].map(encodeURIComponent).join("/");
}

/** What services use as ids: the gate judges no ids, so that no other text may travel as one. */
const idText = /^[\w.~:-]{1,128}$/;

/**
 * The app's own ids.
 * @throws GenaiError "not-found" for an id of another service, or of no shape that a service gives its apps
 */
export function idsOfApp(id: string, service: string, count: number): string[] {
  const [ofService, ...ids] = id.split("/").map(decoded);
  const known = ids.filter((part) => part !== undefined && idText.test(part)) as string[];
  if (ofService !== service || ids.length !== count || known.length !== count) {
    throw new GenaiError("not-found", "no app of that id in this service");
  }
  return known;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken escape: an id that this relay never gave out.
    return undefined;
  }
}
