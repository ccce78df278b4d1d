import type { Profile } from "../profiles";

export interface AppContextOptions {
  readonly controlId: string;
  readonly correlationId: string;
  /** What the edition announces. */
  readonly profile: Pick<Profile, "requirements">;
  /** Language of Office's interface. */
  readonly locale: string;
  /** Language of the document's text. */
  readonly contentLanguage: string;
  /** Address of the document; empty for one that was never saved. */
  readonly documentUrl: string;
  readonly readOnly: boolean;
  /** Settings of the document, each value as JSON. */
  readonly settings: Readonly<Record<string, string>>;
  readonly addinName: string;
  readonly reason: "inserted" | "documentOpened";
}

/** The answer to `ContextActivationManager_getAppContextAsync`: what `Office.context` is filled from. */
export function appContext(options: AppContextOptions): Record<string, unknown> {
  return {
    _id: options.controlId,
    _appName: 32,
    _appVersion: "16.01",
    _appMinorVersion: 1,
    _appUILocale: options.locale,
    _dataLocale: options.contentLanguage,
    _docUrl: options.documentUrl,
    _clientMode: options.readOnly ? 0 : 1,
    _settings: options.settings,
    _reason: options.reason,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: options.correlationId,
    _appInstanceId: options.controlId,
    _requirementMatrix: JSON.stringify(options.profile.requirements),
    _hostFullVersion: "16.0.17000.10000",
    _clientWindowHeight: 0,
    _clientWindowWidth: 0,
    _addinName: options.addinName,
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
    _wacHostEnvironment: "0",
  };
}
