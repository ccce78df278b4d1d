const unitBytes: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

/**
 * Bytes of a size as forms of AI apps write it ("4.5MB"); units are powers of 1,024, as in GENAI itself. A bare number is
 * bytes. Undefined for anything else.
 */
export function readSize(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;
  if (typeof value !== "string") return undefined;
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([KMGT]?B)?\s*$/i.exec(value.normalize("NFKC"));
  if (match === null) return undefined;
  return Math.round(Number(match[1]) * unitBytes[(match[2] ?? "B").toUpperCase()]!);
}
