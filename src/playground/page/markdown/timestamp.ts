import { el, type Tree } from "../dom/tree.ts";

const SECOND_MS = 1000;
/** @see https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** `<t:1700000000:D>` as Discord shows it; a moment that no calendar has stays as it was written. */
export function timestamp(typed: string, style: string, now = Date.now()): Tree | string {
  const seconds = Number(typed);
  const date = new Date(seconds * SECOND_MS);
  if (Number.isNaN(date.getTime())) return style ? `<t:${typed}:${style}>` : `<t:${typed}>`;
  const full = formatDate(date, { dateStyle: "full", timeStyle: "short" });
  const text =
    style === "R"
      ? relative(seconds - now / SECOND_MS)
      : formatDate(date, STYLES[style] ?? STYLES.f);
  return el("time", { class: "timestamp", datetime: date.toISOString(), title: full }, text);
}

/** When a message was sent: the time today, the day as well before. */
export function messageTime(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const time = formatDate(date, { timeStyle: "short" });
  if (date.toDateString() === now.toDateString()) return time;
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === yesterday.toDateString()) return `Yesterday at ${time}`;
  return formatDate(date, { dateStyle: "short", timeStyle: "short" });
}

export function formatDate(date: Date, options: Intl.DateTimeFormatOptions | undefined): string {
  return new Intl.DateTimeFormat("en-GB", options).format(date);
}

function relative(seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(
    Math.round(seconds / size),
    unit,
  );
}
