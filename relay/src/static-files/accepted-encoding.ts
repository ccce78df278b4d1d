const candidates = [
  { encoding: "br", suffix: ".br" },
  { encoding: "gzip", suffix: ".gz" },
] as const;

/** A precompressed twin of a file, as the build writes it beside the file. */
export type Precompressed = (typeof candidates)[number];

/** Twins the client accepts, smallest first. A quality of 0 means no. */
export function acceptedEncodings(acceptEncoding: string | undefined): Precompressed[] {
  const accepted = new Map(
    (acceptEncoding ?? "").split(",").map((part) => {
      const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
      return [name, !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter))] as const;
    }),
  );
  return candidates.filter(({ encoding }) => accepted.get(encoding) ?? accepted.get("*") ?? false);
}
