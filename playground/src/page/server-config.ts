/** What the playground's server says at GET /config.json. */
export interface ServerConfig {
  readonly paneOrigin: string;
  readonly wordPaneUrl: string;
  readonly outlookPaneUrl: string;
  readonly sampleUrl: string;
  readonly teamsTabUrl: string;
  readonly displayName: string;
}

export interface SampleEntry {
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

export async function loadConfig(): Promise<ServerConfig> {
  return (await loadJson("config.json")) as ServerConfig;
}

/** The list behind the samples menu. */
export async function loadSamples(): Promise<readonly SampleEntry[]> {
  return (await loadJson("samples/index.json")) as SampleEntry[];
}

async function loadJson(path: string): Promise<unknown> {
  const response = await fetch(path, { cache: "no-store" });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}
