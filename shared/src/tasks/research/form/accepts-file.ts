/** Types of the files that officials work with, by extension. */
const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  txt: ["text/plain"],
  md: ["text/markdown", "text/x-markdown", "text/plain"],
  csv: ["text/csv"],
  html: ["text/html"],
  htm: ["text/html"],
  json: ["application/json"],
  xml: ["application/xml", "text/xml"],
  pdf: ["application/pdf"],
  doc: ["application/msword"],
  docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  xls: ["application/vnd.ms-excel"],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ppt: ["application/vnd.ms-powerpoint"],
  pptx: ["application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  png: ["image/png"],
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  bmp: ["image/bmp"],
  svg: ["image/svg+xml"],
  tif: ["image/tiff"],
  tiff: ["image/tiff"],
  heic: ["image/heic"],
  mp3: ["audio/mpeg", "audio/mp3"],
  m4a: ["audio/mp4", "audio/x-m4a", "audio/m4a"],
  wav: ["audio/wav", "audio/x-wav"],
  mp4: ["video/mp4"],
  mov: ["video/quicktime"],
};

const knownTypes = new Set(Object.values(mediaTypes).flat());

/**
 * True when a file's name fits an `accept` attribute of HTML (".pdf,image/*,text/csv"). Only the name is known here: a
 * media type that no known extension has is left to the app itself.
 */
export function acceptsFile(accept: string, filename: string): boolean {
  const name = filename.normalize("NFKC").toLowerCase();
  const types = mediaTypes[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? ""] ?? [];
  const patterns = accept
    .toLowerCase()
    .split(",")
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== "");
  if (patterns.length === 0) return true;
  return patterns.some((pattern) => {
    if (pattern.startsWith(".")) return name.endsWith(pattern);
    if (pattern === "*" || pattern === "*/*") return true;
    if (pattern.endsWith("/*")) return types.some((type) => type.startsWith(pattern.slice(0, -1)));
    return types.includes(pattern) || !knownTypes.has(pattern);
  });
}
