import type { IncomingMessage } from "node:http";

/**
 * Keeps other sites out: a page elsewhere may make a browser send requests here (CSRF), or have its own name point to this
 * machine (DNS rebinding). The first are told by their Origin, the others by their Host.
 */
export function isOurOwn({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  // A link elsewhere may lead here: what comes of that is shown to the reader alone.
  const isLink = headers["sec-fetch-mode"] === "navigate" && method === "GET";
  if (headers["sec-fetch-site"] === "cross-site" && !isLink) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Everything that the page needs comes from here, and nothing of it may be framed or sent elsewhere. */
export function securityHeaders(host: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'self'",
      "script-src 'self'",
      // The web components that draw messages bring their styles along in the document.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      `connect-src 'self' ws://${host}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  };
}
