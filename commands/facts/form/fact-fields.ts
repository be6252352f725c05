import { FACT_LIMITS, SOURCE_KINDS } from "../../../src/knowledge/fact.ts";
import { parseKernelVersion } from "../../../src/knowledge/kernel-version.ts";
import { choiceInput, linesOf, listInput, textInput } from "./form-field.ts";

const VERSION_MAX = 20;
const CHECKED_MAX = 50;
const STATUS_MAX = FACT_LIMITS.idMax + 30;
const SOURCES_MAX = 4_000;

/** Every input that a part of a fact can be edited in. */
export const FORM_FIELDS = {
  title: textInput(
    "title",
    {
      label: "Title",
      description: "Says the fact: “Rust support was merged for Linux 6.1”",
      required: true,
      maxLength: FACT_LIMITS.titleMax,
    },
    { write: (fact) => fact.title, read: (typed) => ({ title: typed.trim() }) },
  ),

  body: textInput(
    "body",
    {
      label: "Text",
      description: "The answer first, then what qualifies it. Discord Markdown.",
      required: true,
      long: true,
      maxLength: FACT_LIMITS.bodyMax,
    },
    { write: (fact) => fact.body, read: (typed) => ({ body: typed.replaceAll("\r\n", "\n") }) },
  ),

  aliases: listInput("aliases", {
    label: "Aliases",
    description: "Other names, and questions that people type. One a line.",
  }),

  tags: listInput("tags", { label: "Tags", description: "One a line." }),

  since: textInput(
    "since",
    {
      label: "Holds since",
      description:
        "The first mainline release, such as 6.1. Empty: has nothing to do with releases.",
      required: false,
      maxLength: VERSION_MAX,
    },
    { write: (fact) => fact.since ?? "", read: (typed) => ({ since: version(typed) }) },
  ),

  until: textInput(
    "until",
    {
      label: "Held until",
      description: "The last mainline release in which it held. Empty: it holds.",
      required: false,
      maxLength: VERSION_MAX,
    },
    { write: (fact) => fact.until ?? "", read: (typed) => ({ until: version(typed) }) },
  ),

  status: textInput(
    "status",
    {
      label: "Status",
      description: "current, disputed, or: superseded by ID-OF-THE-OTHER-FACT",
      required: true,
      maxLength: STATUS_MAX,
    },
    {
      covers: ["status", "supersededBy"],
      write: ({ status, supersededBy }) =>
        supersededBy === undefined ? status : `${status} by ${supersededBy}`,
      read(typed) {
        const [status, by, ...other] = typed.trim().split(/\s+by\s+/i);
        return { status: [status?.toLowerCase(), ...other].join(" by "), supersededBy: by };
      },
    },
  ),

  checked: textInput(
    "checked",
    {
      label: "Checked",
      description: "When, and against which release: 2026-11-22 against 7.2",
      required: true,
      maxLength: CHECKED_MAX,
    },
    {
      write: ({ checked: { on, against } }) => `${on} against ${against}`,
      read(typed) {
        const [on = "", against = ""] = typed.trim().split(/\s+against\s+/i);
        return { checked: { on, against: version(against) ?? "" } };
      },
    },
  ),

  sources: textInput(
    "sources",
    {
      label: "Sources: kind | title | URL, one a line",
      description: `Primary first. Kinds: ${SOURCE_KINDS.join(", ")}`,
      required: true,
      long: true,
      maxLength: SOURCES_MAX,
    },
    {
      write: ({ sources }) =>
        sources.map(({ kind, title, url }) => `${kind} | ${title} | ${url}`).join("\n"),
      read: (typed) => ({ sources: linesOf(typed).map(source) }),
    },
  ),

  related: listInput("related", { label: "Related facts", description: "Their ids, one a line." }),

  topic: choiceInput(
    "topic",
    {
      label: "Topic",
      required: true,
      options: (topics) =>
        topics.map(({ id, title, description }) => ({ label: title, value: id, description })),
    },
    { write: (fact) => fact.topic, read: (typed) => ({ topic: typed }) },
  ),

  featured: choiceInput(
    "featured",
    {
      label: "Featured",
      description: "Shown to who has typed nothing yet.",
      required: true,
      options: () => [
        { label: "No", value: "no" },
        { label: "Yes", value: "yes" },
      ],
    },
    {
      write: (fact) => (fact.featured ? "yes" : "no"),
      read: (typed) => ({ featured: typed === "yes" }),
    },
  ),
} as const;

/** What stands before the first sign and after the last: a title may hold it, kinds and URLs never do. */
function source(line: string): object {
  const [first, last] = [line.indexOf("|"), line.lastIndexOf("|")];
  if (first < 0) return { kind: line, title: "", url: "" };
  return {
    kind: line.slice(0, first).trim(),
    title: line.slice(first + 1, Math.max(last, first + 1)).trim(),
    url: line.slice(last + 1).trim(),
  };
}

function version(typed: string): string | undefined {
  const text = typed.trim();
  return text === "" ? undefined : (parseKernelVersion(text) ?? text);
}
