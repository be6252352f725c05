import type { IncomingMessage } from "node:http";

const HTTP_PORT = 80;

/**
 * Keeps other sites out: a page elsewhere may make a browser send requests here (CSRF), or have its own name point to this
 * machine (DNS rebinding). The first are told by their Origin, the others by their Host.
 */
export function isOurOwn(
  { headers, method }: Pick<IncomingMessage, "headers" | "method">,
  port: number,
): boolean {
  const host = headers.host?.toLowerCase();
  const { origin } = headers;
  if (host === undefined || !hostsAt(port).includes(host)) return false;
  // A link elsewhere may lead here: what comes of that is shown to the reader alone.
  const isLink = headers["sec-fetch-mode"] === "navigate" && method === "GET";
  if (headers["sec-fetch-site"] === "cross-site" && !isLink) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** The port of plain HTTP is left out where a host is named. */
function hostsAt(port: number): readonly string[] {
  return ["127.0.0.1", "localhost"].flatMap((name) => [
    `${name}:${port}`,
    ...(port === HTTP_PORT ? [name] : []),
  ]);
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
