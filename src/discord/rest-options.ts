import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { FIRST_RESPONSE_DEADLINE_MS, UPLOAD_MAX_BYTES } from "./limits.ts";

const SLOWEST_UPLINK_BYTES_A_SECOND = 1_000_000 / 8;
const UPLOAD_TIMEOUT_MS = Math.ceil((UPLOAD_MAX_BYTES / SLOWEST_UPLINK_BYTES_A_SECOND) * 1_000);

/** Requests that fit the time of an interaction: 3 s for the first response, 15 minutes for what comes after it. */
export function restOptions(apiUrl: string): Partial<RESTOptions> {
  return {
    api: apiUrl,
    timeout: FIRST_RESPONSE_DEADLINE_MS - 500,
    retries: 2,
    // A callback that has to wait comes too late: it is dropped, not queued.
    rejectOnRateLimit: ({ route }) => route.startsWith("/interactions/"),
    makeRequest(url, init) {
      const isUpload =
        init.body instanceof FormData && new URL(url).pathname.includes("/webhooks/");
      const timing = isUpload ? { signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS) } : {};
      return DefaultRestOptions.makeRequest(url, { ...init, ...timing });
    },
  };
}
