/** What the head of a part says of its body (RFC 2045); of fields that are there twice the first counts. */
export interface PartHead {
  /** "text/plain" where nothing is said. */
  type: string;
  /** False for a type that is none. */
  isSound: boolean;
  /** As written; undefined where nothing is said. */
  charset: string | undefined;
  /** "base64", "quoted-printable" or another transfer encoding. */
  encoding: string;
  disposition: string;
  /** Of containers. */
  boundary: string | undefined;
}

/** Reads a head, each byte of which is one character. */
export function readPartHead(head: string): PartHead {
  const content = fieldOf(head, "content-type");
  const written = /^\s*([^\s;,()]+)/.exec(content ?? "")?.[1]?.toLowerCase();
  // What has no subtype is plain text (RFC 2045, 5.2).
  const type = written?.includes("/") === true ? written : "text/plain";
  return {
    type,
    isSound: written === undefined || written === type,
    charset: parameterOf(content, "charset"),
    encoding: /[\w-]+/.exec((fieldOf(head, "content-transfer-encoding") ?? "").toLowerCase())?.[0] ?? "",
    disposition: /^\s*([\w-]+)/.exec(fieldOf(head, "content-disposition") ?? "")?.[1]?.toLowerCase() ?? "",
    boundary: type.startsWith("multipart/") ? parameterOf(content, "boundary") : undefined,
  };
}

/** The value of the first field of a name, unfolded. */
function fieldOf(head: string, name: string): string | undefined {
  const match = new RegExp(`^${name}[ \\t]*:([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, "im").exec(head);
  return match?.[1]!.replace(/\r?\n(?=[ \t])/g, "");
}

function parameterOf(field: string | undefined, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]*))`, "i").exec(field ?? "");
  const value = (match?.[1]?.replace(/\\(.)/g, "$1") ?? match?.[2] ?? "").trim();
  return value === "" ? undefined : value;
}

/** The head with a body in base64 of UTF-8. */
export function asUtf8Head(head: string, type: string): string {
  const rest = head.replace(/^content-transfer-encoding[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$)/gim, "");
  const found = /^content-type[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im.exec(rest);
  const field = found?.[0] ?? `Content-Type: ${type}`;
  const named = /(;\s*charset\s*=\s*)(?:"(?:[^"\\]|\\.)*"|[^\s;]*)/i;
  const sound = field.replace(/^(content-type[ \t]*:\s*)[^\s;,()/]+(?=\s*(?:;|$))/i, "$1text/plain");
  const content = named.test(sound)
    ? sound.replace(named, "$1utf-8")
    : `${sound.trimEnd().replace(/;$/, "")}; charset=utf-8`;
  const others =
    found === null
      ? rest
      : rest.slice(0, found.index) + rest.slice(found.index + found[0].length).replace(/^\r?\n/, "");
  const before = others.trimEnd();
  return `${before}${before === "" ? "" : "\r\n"}${content}\r\nContent-Transfer-Encoding: base64\r\n`;
}
