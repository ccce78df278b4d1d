import { X509Certificate } from "node:crypto";
import type { CertificateStatus } from "../shapes";

const dayMs = 86_400_000;

export function certificateStatus(validTo: Date, now = Date.now()): CertificateStatus {
  return { validTo: validTo.toISOString(), daysLeft: Math.floor((validTo.getTime() - now) / dayMs) };
}

/** Of the first certificate of a PEM text, which is the server's own. */
export function ownCertificateStatus(pem: string): CertificateStatus {
  return certificateStatus(new Date(new X509Certificate(pem).validTo));
}
