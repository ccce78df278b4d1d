import type { RelayConfig } from "../config/relay-config";

/**
 * Headers of every page and script of the panes.
 * `connect-src 'self'` is the barrier against exfiltration: a pane can speak to this relay only, and where people sign in to
 * the login service, which renews tokens in a frame without a window. Style attributes are
 * allowed because office.js and Fluent UI write them (office-js #1687). office.js from the CDN also loads MicrosoftAjax.
 */
export function securityHeaders(
  config: Pick<RelayConfig, "officeJsUrl" | "frameAncestors" | "entra">,
): Record<string, string> {
  const officeJsOrigin = /^https?:\/\//i.test(config.officeJsUrl) ? [new URL(config.officeJsUrl).origin] : [];
  const scripts = officeJsOrigin.length === 0 ? [] : [...officeJsOrigin, "https://ajax.aspnetcdn.com"];
  const login = config.entra === undefined ? [] : [config.entra.authority];
  const directives = [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ["connect-src 'self'", ...login].join(" "),
    ...(login.length === 0 ? [] : [["frame-src 'self'", ...login].join(" ")]),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ["frame-ancestors 'self'", ...config.frameAncestors].join(" "),
  ];
  return {
    "Content-Security-Policy": directives.join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    // Pane and host page of the playground share a site; this keeps their threads and documents apart.
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  };
}

/** Nobody frames the page that can stop everything: a click there must be meant for it. */
export function adminHeaders(headers: Record<string, string>): Record<string, string> {
  const name = "Content-Security-Policy";
  const policy = (headers[name] ?? "").replace(/frame-ancestors [^;]*/, "frame-ancestors 'none'");
  return { ...headers, [name]: policy, "X-Frame-Options": "DENY" };
}
