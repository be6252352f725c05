import type { BotRequest, Exchange } from "../../protocol.ts";
import { icon } from "../dom/icons.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { actionName } from "../slash/command-name.ts";
import { violationsOf } from "../state/timeline.ts";
import { jsonView } from "./json-view.ts";

export interface ExchangeViewParts {
  readonly open: boolean;
  toggle(): void;
  copy(text: string): void;
}

const OUTCOMES: Readonly<Record<Exchange["outcome"], string>> = {
  pending: "waiting…",
  message: "replied",
  deferred: "deferred",
  "deferred-update": "deferred the update",
  update: "updated",
  choices: "choices",
  modal: "opened a modal",
  expired: "no valid response",
};
const FIRST_ERROR_STATUS = 400;

/** One interaction in the panel: a line, and all that was sent and answered once it is opened. */
export function exchangeView(exchange: Exchange, parts: ExchangeViewParts): Tree {
  const violations = violationsOf(exchange).length;
  const bad = violations > 0 || exchange.outcome === "expired";
  const id = `exchange-${exchange.id}`;
  return el(
    "li",
    { class: bad ? "exchange bad" : "exchange", "data-exchange": exchange.id },
    el(
      "button",
      {
        type: "button",
        class: "exchange-line",
        "aria-expanded": String(parts.open),
        "aria-controls": id,
        on: { click: parts.toggle },
      },
      el("span", { class: "exchange-name" }, actionName(exchange)),
      el("span", { class: "exchange-outcome" }, OUTCOMES[exchange.outcome]),
      violations > 0 &&
        el(
          "span",
          { class: "violation-count", title: "Violations of Discord's rules" },
          icon("warning", 13),
          String(violations),
        ),
      exchange.firstResponseMs !== undefined &&
        el("span", { class: "exchange-time" }, milliseconds(exchange.firstResponseMs)),
      icon("chevron", 16),
    ),
    parts.open && el("div", { id, class: "exchange-detail" }, detail(exchange, parts)),
  );
}

function detail(exchange: Exchange, parts: ExchangeViewParts): readonly Child[] {
  return [
    el(
      "p",
      { class: "dim" },
      exchange.firstResponseMs === undefined
        ? "No valid response in time."
        : `First response after ${milliseconds(exchange.firstResponseMs)}.`,
    ),
    jsonView("Interaction sent to the bot", exchange.interaction, parts.copy),
    ...exchange.requests.flatMap((request) => requestView(request, parts)),
  ];
}

function requestView(request: BotRequest, parts: ExchangeViewParts): readonly Child[] {
  const failed = request.status >= FIRST_ERROR_STATUS;
  return [
    el(
      "h3",
      { class: "request" },
      el("span", { class: "request-method" }, request.method),
      el("span", { class: "request-path", title: request.path }, shortPath(request.path)),
      el(
        "span",
        { class: failed ? "request-status failed" : "request-status" },
        String(request.status),
      ),
      el("span", { class: "exchange-time" }, `+${milliseconds(request.afterMs)}`),
    ),
    request.violations.length > 0 &&
      el(
        "ul",
        { class: "violations", "aria-label": "Violations of Discord's rules" },
        request.violations.map((violation) => el("li", {}, violation)),
      ),
    jsonView("Request by the bot", request.body, parts.copy),
    jsonView(`Response ${request.status}`, request.response, parts.copy),
  ];
}

/** Interaction tokens are long and say nothing. */
function shortPath(path: string): string {
  return path.replaceAll(/[^/?]{24,}/g, (part) => `${part.slice(0, 6)}…`);
}

function milliseconds(time: number): string {
  return time < 10 ? `${time.toFixed(1)} ms` : `${Math.round(time)} ms`;
}
