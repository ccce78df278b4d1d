import type { IncomingMessage, ServerResponse } from "node:http";
import type { RouteContext } from "./route-context";

/** Places of files: in Teams they are on another host, and a token of the bot has no business there. */
export function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  body: Buffer,
  { files, uploads, log }: RouteContext,
): void {
  const method = request.method ?? "GET";
  const authorized = request.headers.authorization !== undefined;
  const exchange = log.begin({ direction: "to-connector", method, path: `/files/${id}`, authorized });
  const end = (status: number, bytes?: Uint8Array): void => {
    log.end(exchange, { status });
    response.writeHead(status, { "Content-Type": "application/octet-stream" }).end(bytes);
  };
  if (authorized) return end(401);
  const file = files.get(id);
  if (method === "GET") return file === undefined ? end(404) : end(200, file.bytes);
  const place = uploads.get(id);
  if (method !== "PUT" || place === undefined) return end(404);
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers["content-range"] ?? "");
  const isWhole =
    range !== null && range[1] === "0" && Number(range[2]) === body.length - 1 && Number(range[3]) === body.length;
  if (!isWhole || body.length !== place.bytes) return end(400);
  files.set(id, { name: place.name, bytes: body });
  uploads.delete(id);
  end(201);
}
