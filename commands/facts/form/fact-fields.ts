import type { APILabelComponent } from "discord.js";
import { choiceField, textField } from "../../../src/discord/modal.ts";
import { FACT_LIMITS, type Fact, SOURCE_KINDS } from "../../../src/knowledge/fact.ts";
import { parseKernelVersion } from "../../../src/knowledge/kernel-version.ts";
import type { FactField } from "../../../src/knowledge/merge.ts";
import type { Topic } from "../../../src/knowledge/topic.ts";

/** An input of a form, and how it and the fields of a fact are written as each other. */
export interface FormField {
  readonly id: string;
  readonly covers: readonly FactField[];
  input(value: string, topics: readonly Topic[]): APILabelComponent;
  /** What the input holds for this fact. */
  write(fact: Fact): string;
  /** What was typed, as data that the parser has yet to look at; undefined stands for nothing. */
  read(typed: string): Partial<Record<FactField, unknown>>;
}

const VERSION_MAX = 20;
const LIST_MAX = 4_000;

const title: FormField = {
  id: "title",
  covers: ["title"],
  input: (value) =>
    textField({
      id: "title",
      label: "Title",
      description: "Says the fact: “Rust support was merged for Linux 6.1”",
      required: true,
      maxLength: FACT_LIMITS.titleMax,
      value,
    }),
  write: (fact) => fact.title,
  read: (typed) => ({ title: typed.trim() }),
};

const body: FormField = {
  id: "body",
  covers: ["body"],
  input: (value) =>
    textField({
      id: "body",
      label: "Text",
      description: "The answer first, then what qualifies it. Discord Markdown.",
      required: true,
      long: true,
      maxLength: FACT_LIMITS.bodyMax,
      value,
    }),
  write: (fact) => fact.body,
  read: (typed) => ({ body: typed.replaceAll("\r\n", "\n") }),
};

const aliases: FormField = {
  id: "aliases",
  covers: ["aliases"],
  input: (value) =>
    textField({
      id: "aliases",
      label: "Aliases",
      description: "Other names, and questions that people type. One a line.",
      required: false,
      long: true,
      maxLength: LIST_MAX,
      value,
    }),
  write: (fact) => fact.aliases.join("\n"),
  read: (typed) => ({ aliases: lines(typed) }),
};

const tags: FormField = {
  id: "tags",
  covers: ["tags"],
  input: (value) =>
    textField({
      id: "tags",
      label: "Tags",
      description: "One a line.",
      required: false,
      long: true,
      maxLength: LIST_MAX,
      value,
    }),
  write: (fact) => fact.tags.join("\n"),
  read: (typed) => ({ tags: lines(typed) }),
};

const since: FormField = {
  id: "since",
  covers: ["since"],
  input: (value) =>
    textField({
      id: "since",
      label: "Holds since",
      description:
        "The first mainline release, such as 6.1. Empty: has nothing to do with releases.",
      required: false,
      maxLength: VERSION_MAX,
      value,
    }),
  write: (fact) => fact.since ?? "",
  read: (typed) => ({ since: version(typed) }),
};

const until: FormField = {
  id: "until",
  covers: ["until"],
  input: (value) =>
    textField({
      id: "until",
      label: "Held until",
      description: "The last mainline release in which it held. Empty: it holds.",
      required: false,
      maxLength: VERSION_MAX,
      value,
    }),
  write: (fact) => fact.until ?? "",
  read: (typed) => ({ until: version(typed) }),
};

const status: FormField = {
  id: "status",
  covers: ["status", "supersededBy"],
  input: (value) =>
    textField({
      id: "status",
      label: "Status",
      description: "current, disputed, or: superseded by ID-OF-THE-OTHER-FACT",
      required: true,
      maxLength: FACT_LIMITS.idMax + 30,
      value,
    }),
  write: (fact) =>
    fact.supersededBy === undefined ? fact.status : `${fact.status} by ${fact.supersededBy}`,
  read(typed) {
    const [state, by, ...other] = typed.trim().split(/\s+by\s+/i);
    return {
      status: [state?.toLowerCase(), ...other].join(" by "),
      supersededBy: by?.trim(),
    };
  },
};

const checked: FormField = {
  id: "checked",
  covers: ["checked"],
  input: (value) =>
    textField({
      id: "checked",
      label: "Checked",
      description: "When, and against which release: 2026-11-22 against 7.2",
      required: true,
      maxLength: 50,
      value,
    }),
  write: ({ checked: { on, against } }) => `${on} against ${against}`,
  read(typed) {
    const [on = "", against = ""] = typed.trim().split(/\s+against\s+/i);
    return { checked: { on, against: version(against) ?? "" } };
  },
};

const sources: FormField = {
  id: "sources",
  covers: ["sources"],
  input: (value) =>
    textField({
      id: "sources",
      label: "Sources: kind | title | URL, one a line",
      description: `Primary first. Kinds: ${SOURCE_KINDS.join(", ")}`,
      required: true,
      long: true,
      maxLength: LIST_MAX,
      value,
    }),
  write: (fact) =>
    fact.sources.map((source) => `${source.kind} | ${source.title} | ${source.url}`).join("\n"),
  read: (typed) => ({ sources: lines(typed).map(source) }),
};

const related: FormField = {
  id: "related",
  covers: ["related"],
  input: (value) =>
    textField({
      id: "related",
      label: "Related facts",
      description: "Their ids, one a line.",
      required: false,
      long: true,
      maxLength: LIST_MAX,
      value,
    }),
  write: (fact) => fact.related.join("\n"),
  read: (typed) => ({ related: lines(typed) }),
};

const topic: FormField = {
  id: "topic",
  covers: ["topic"],
  input: (value, topics) =>
    choiceField({
      id: "topic",
      label: "Topic",
      required: true,
      options: topics.map(({ id, title: name, description }) => ({
        label: name,
        value: id,
        description,
      })),
      value,
    }),
  write: (fact) => fact.topic,
  read: (typed) => ({ topic: typed }),
};

const featured: FormField = {
  id: "featured",
  covers: ["featured"],
  input: (value) =>
    choiceField({
      id: "featured",
      label: "Featured",
      description: "Shown to who has typed nothing yet.",
      required: true,
      options: [
        { label: "No", value: "no" },
        { label: "Yes", value: "yes" },
      ],
      value,
    }),
  write: (fact) => (fact.featured ? "yes" : "no"),
  read: (typed) => ({ featured: typed === "yes" }),
};

export const FORM_FIELDS = {
  title,
  body,
  aliases,
  tags,
  since,
  until,
  status,
  checked,
  sources,
  related,
  topic,
  featured,
} as const;

function lines(typed: string): readonly string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

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
