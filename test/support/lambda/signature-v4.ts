import { createHash, createHmac } from "node:crypto";
import type { ReceivedRequest } from "../model-server";

/** Keys as AWS would know them. */
export interface KnownKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/**
 * Checks the Signature Version 4 of a request as AWS does: computes it anew from the secret of the keys it names.
 * @returns the keys, or the name of the error AWS would answer with
 */
export function checkSignature(
  request: ReceivedRequest,
  service: string,
  known: Iterable<KnownKeys>,
): KnownKeys | "MissingAuthenticationTokenException" | "UnrecognizedClientException" | "InvalidSignatureException" {
  const header = request.headers.authorization ?? "";
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    );
  if (parts === null) return "MissingAuthenticationTokenException";
  const [, accessKeyId, day, region, signedService, signedHeaders, signature] = parts as unknown as string[];
  const keys = [...known].find((candidate) => candidate.accessKeyId === accessKeyId);
  if (keys === undefined || request.headers["x-amz-security-token"] !== keys.sessionToken)
    return "UnrecognizedClientException";
  if (signedService !== service || !signedHeaders!.split(";").includes("x-amz-security-token"))
    return "InvalidSignatureException";
  const canonical = canonicalRequest(request, signedHeaders!);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day!, region!, service, "aws4_request"].reduce<Buffer | string>(
    (last, part) => createHmac("sha256", last).update(part).digest(),
    `AWS4${keys.secretAccessKey}`,
  );
  const expected = createHmac("sha256", key).update(toSign).digest("hex");
  return expected === signature ? keys : "InvalidSignatureException";
}

function canonicalRequest(request: ReceivedRequest, signedHeaders: string): string {
  const [path = "/", query = ""] = request.path.split("?");
  const headers = signedHeaders
    .split(";")
    .map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, " ")}\n`);
  // All services but S3 sign the path encoded once more.
  const encoded = path
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, hexOf))
    .join("/");
  return [request.method, encoded, query, headers.join(""), signedHeaders, sha256(request.text)].join("\n");
}

const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
