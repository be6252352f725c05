import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { modal, textField } from "../../../src/discord/modal.ts";
import type { Problem } from "../../../src/knowledge/errors.ts";
import type { Fact } from "../../../src/knowledge/fact.ts";
import { FACT_FIELDS, type FactField, mergeFacts } from "../../../src/knowledge/merge.ts";
import { parseFact } from "../../../src/knowledge/parse-fact.ts";
import type { Topic } from "../../../src/knowledge/topic.ts";
import { FORM_FIELDS } from "./fact-fields.ts";
import type { FormField } from "./form-field.ts";

/** What stands in the inputs of a form, by their custom ids. */
export type Typed = Readonly<Record<string, string>>;

/** A modal holds five inputs, so a fact is edited a part at a time; each edit says why beside it. */
export const FACT_PARTS = ["text", "validity", "links"] as const;
export type FactPart = (typeof FACT_PARTS)[number];

export const PART_LABELS = {
  text: "Text: title, body, aliases, tags",
  validity: "Validity: releases, status, checked",
  links: "Links: sources, related, topic, featured",
} as const satisfies Record<FactPart, string>;

const F = FORM_FIELDS;
const FIELDS: Readonly<Record<FactPart | "new", readonly FormField[]>> = {
  text: [F.title, F.body, F.aliases, F.tags],
  validity: [F.since, F.until, F.status, F.checked],
  links: [F.sources, F.related, F.topic, F.featured],
  new: [F.title, F.body, F.topic, F.aliases, F.sources],
};

const REASON = "reason";
const REASON_MAX = 300;

export function isFactPart(text: string | undefined): text is FactPart {
  return FACT_PARTS.some((part) => part === text);
}

interface Form {
  /** The modal's custom id. */
  readonly id: string;
  readonly title: string;
  readonly part: FactPart | "new";
  readonly typed: Typed;
  readonly topics: readonly Topic[];
}

/** The form of one part of a fact, or of a new one, filled in. */
export function factForm(form: Form): APIModalInteractionResponseCallbackData {
  const { id, title, part, typed, topics } = form;
  const inputs = FIELDS[part].map((field) => field.input(typed[field.id] ?? "", topics));
  return modal(id, title, part === "new" ? inputs : [...inputs, reasonField(typed[REASON])]);
}

/** The input that asks why, for the history. */
export function reasonField(value = "", required = false) {
  return textField({
    id: REASON,
    label: "Reason",
    description: "Why; stays in the history.",
    required,
    maxLength: REASON_MAX,
    value,
  });
}

/** What the form holds for a fact as it stands. */
export function written(part: FactPart | "new", fact: Fact): Typed {
  return Object.fromEntries(FIELDS[part].map((field) => [field.id, field.write(fact)]));
}

/** What was typed into each of the form's inputs. */
export function typedInto(part: FactPart | "new", text: (input: string) => string): Typed {
  const ids = [...FIELDS[part].map((field) => field.id), REASON];
  return Object.fromEntries(ids.map((id) => [id, text(id)]));
}

export function reasonOf(typed: Typed): string {
  return (typed[REASON] ?? "").replace(/\s+/g, " ").trim().slice(0, REASON_MAX);
}

/** The fact with what was typed in place of what the form shows of it: data that is yet to be read. */
export function applyTyped(part: FactPart | "new", fact: object, typed: Typed): object {
  const read = FIELDS[part].flatMap((field) => Object.entries(field.read(typed[field.id] ?? "")));
  const data = { ...fact, ...Object.fromEntries(read) };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** `sources.0.url: must …` as the form calls it: `Sources, line 1, url: must …`. */
export function describeTyped({ field, message }: Problem): string {
  const [name = "", ...path] = field.split(".");
  const asked = Object.values(F).find(({ covers }) => covers.some((covered) => covered === name));
  const steps = path.map((step) => (/^\d+$/.test(step) ? `line ${Number(step) + 1}` : step));
  return `${[asked?.name ?? name, ...steps].join(", ")}: ${message}`;
}

interface Conflict {
  readonly from: Fact;
  readonly wanted: Fact;
  readonly current: Fact;
  readonly fields: readonly FactField[];
  readonly typed: Typed;
}

/**
 * What a form shows again after a conflict: what was typed in the inputs that somebody else changed too, and all else
 * merged, so that saving it once more undoes nothing of theirs unseen.
 */
export function typedAfterConflict(part: FactPart, conflict: Conflict): Typed {
  const { from, wanted, current, fields, typed } = conflict;
  const agreeable = withFieldsOf(wanted, from, fields);
  const merged = agreeable && mergeFacts(from, agreeable, current);
  const fact = (merged?.agreed && merged.fact) || undefined;
  const before = written(part, from);
  const kept = FIELDS[part].filter(({ id, covers }) =>
    fact ? covers.some((covered) => fields.includes(covered)) : typed[id] !== before[id],
  );
  const own = kept.map(({ id }) => [id, typed[id] ?? ""] as const);
  return { ...typed, ...written(part, fact ?? current), ...Object.fromEntries(own) };
}

function withFieldsOf(fact: Fact, other: Fact, fields: readonly FactField[]): Fact | undefined {
  const entries = FACT_FIELDS.map(
    (field) => [field, fields.includes(field) ? other[field] : fact[field]] as const,
  );
  return parseFact(Object.fromEntries(entries.filter(([, value]) => value !== undefined)), "")
    .value;
}
