import { DAY_MS } from "../../knowledge/day-ms.ts";

/** How long things are kept, as `docs/privacy.md` promises. */
export const DRAFT_MS = DAY_MS;
export const QUESTION_MS = 90 * DAY_MS;
/** After the outcome of what they wrote. */
export const AUTHOR_MS = 30 * DAY_MS;

export function isOlder(at: string, age: number, now: Date): boolean {
  return now.getTime() - Date.parse(at) >= age;
}
