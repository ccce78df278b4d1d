/** A file of the playground's own with what to ask of it. */
export interface TeamsSample {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/** @throws Error when the server does not have them */
export async function loadTeamsSamples(): Promise<readonly TeamsSample[]> {
  const response = await fetch("/samples/meeting/index.json");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as TeamsSample[];
}

/** @throws Error when the server does not have it */
export async function loadTeamsSample({ file }: TeamsSample): Promise<File> {
  const response = await fetch(`/samples/meeting/${encodeURIComponent(file)}`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new File([await response.blob()], file);
}
