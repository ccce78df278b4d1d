import { genaiErrorCodes, GenaiError, type AppCard, type GenaiErrorCode } from "../vocabulary";
import { isRecord } from "./relay-decoder";

/** A service of AI apps behind the relay. */
export interface AppService {
  /** Id of its model card. */
  id: string;
  name: { ja: string; en: string };
  /** Name of the sign-in that the person has to go through before the apps of this service can be shown. */
  signInNeeded?: string;
  /** Why its apps are not listed. */
  error?: GenaiErrorCode;
}

/** What `GET /api/apps` tells. */
export interface AppList {
  services: AppService[];
  apps: AppCard[];
}

/**
 * Checks what the relay says about AI apps as far as a front end relies on it.
 * @throws GenaiError "malformed-response"
 */
export function readAppList(document: unknown): AppList {
  if (isRecord(document) && Array.isArray(document.services) && Array.isArray(document.apps)) {
    const { services, apps } = document;
    if (services.every(isService) && apps.every(isAppCard)) return { services: services.map(readService), apps };
  }
  throw new GenaiError("malformed-response", "the list of apps has an unknown shape");
}

function isService(value: unknown): value is AppService {
  return isRecord(value) && typeof value.id === "string" && isRecord(value.name);
}

/** A newer relay may know codes that this front end does not. */
function readService(service: AppService): AppService {
  if (service.error === undefined || genaiErrorCodes.includes(service.error)) return service;
  return { ...service, error: "internal" };
}

function isAppCard(value: unknown): value is AppCard {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.service === "string" &&
    typeof value.name === "string" &&
    Array.isArray(value.fields) &&
    typeof value.maximumPayloadBytes === "number"
  );
}
