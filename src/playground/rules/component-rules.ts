import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { type Violation, violation } from "../validation/violation.ts";
import { buttonViolations, emojiViolations } from "./button-violations.ts";
import { scheme } from "./embed-rules.ts";
import type { MessageSubject } from "./message-rules.ts";
import type { Rule } from "./rule.ts";
import { selectViolations } from "./select-rules.ts";
import { customIdsIn, type Found, walkComponents } from "./walk-components.ts";

const REFERENCE = "https://discord.com/developers/docs/components/reference";
const ROWS_MAX = 5;
const COMPONENTS_MAX = 40;
const TEXT_MAX_LENGTH = 4_000;

/** What Discord asks of components and its OpenAPI description does not say. */
export const COMPONENT_RULES: readonly Rule<MessageSubject>[] = [
  {
    name: "without IS_COMPONENTS_V2 a message has only rows of components, at most 5",
    source: `${REFERENCE}#legacy-message-component-behavior`,
    check(subject) {
      if (isV2(subject)) return [];
      const components = subject.body.components ?? [];
      return [
        ...(components.length > ROWS_MAX ? [tooMany(["components"], ROWS_MAX)] : []),
        ...components.flatMap(({ type }, index) =>
          type === ComponentType.ActionRow
            ? []
            : [violation(["components", index, "type"], "UNION_TYPE_CHOICES", "Must be 1.")],
        ),
      ];
    },
  },
  {
    name: "with IS_COMPONENTS_V2 a message has neither content nor embeds nor a poll",
    source: "https://discord.com/developers/docs/resources/message#message-object-message-flags",
    check(subject) {
      if (!isV2(subject)) return [];
      const { content, embeds, poll } = subject.body;
      const used = { content: content, embeds: embeds?.length, poll };
      return Object.entries(used)
        .filter(([, value]) => value)
        .map(([key]) =>
          violation([key], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "Not with V2."),
        );
    },
  },
  {
    name: "a message cannot go back from IS_COMPONENTS_V2",
    source: "https://discord.com/developers/docs/resources/message#message-object-message-flags",
    check({ body: { flags }, flagsBefore = 0 }) {
      const taken = typeof flags === "number" && flagsBefore & ~flags & MessageFlags.IsComponentsV2;
      return taken
        ? [violation(["flags"], "MESSAGE_FLAGS_INVALID", "V2 cannot be taken away.")]
        : [];
    },
  },
  {
    name: "a message has at most 40 components, nested ones included",
    source: `${REFERENCE}#component-object`,
    check({ body }) {
      const count = walkComponents(body.components).length;
      return count > COMPONENTS_MAX ? [tooMany(["components"], COMPONENTS_MAX)] : [];
    },
  },
  {
    name: "all text displays of a message hold at most 4,000 characters together",
    source: `${REFERENCE}#text-display`,
    check({ body }) {
      const size = walkComponents(body.components).reduce(
        (sum, { component }) =>
          component.type === ComponentType.TextDisplay ? sum + component.content.length : sum,
        0,
      );
      if (size <= TEXT_MAX_LENGTH) return [];
      return [violation(["components"], "COMPONENT_TEXT_TOO_LONG", `${size} characters of text.`)];
    },
  },
  {
    name: "a row has up to 5 buttons, or one select menu",
    source: `${REFERENCE}#action-row`,
    check: eachComponent(({ component, path }) => {
      if (component.type !== ComponentType.ActionRow) return [];
      const selects = component.components.filter(({ type }) => type !== ComponentType.Button);
      if (selects.length === 0 || component.components.length === 1) return [];
      const message = "A row has room for one select menu, and for nothing beside it.";
      return [violation([...path, "components"], "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)];
    }),
  },
  {
    name: "a custom id stands once in a message",
    source: `${REFERENCE}#anatomy-of-a-component-custom-id`,
    check({ body }) {
      const found = customIdsIn(walkComponents(body.components));
      return found
        .filter(({ customId }, at) => found.findIndex((one) => one.customId === customId) < at)
        .map(({ path }) =>
          violation(
            path,
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated",
          ),
        );
    },
  },
  {
    name: "a button says what it does: a custom id, or a link for a link button, and a label or an emoji",
    source: `${REFERENCE}#button`,
    check: eachComponent(({ component, path }) =>
      component.type === ComponentType.Button ? buttonViolations(component, path) : [],
    ),
  },
  {
    name: "the link of a button is http, https or discord",
    source: `${REFERENCE}#button, seen in Discord's answers`,
    check: eachComponent(({ component, path }) =>
      "url" in component ? scheme(component.url, [...path, "url"], BUTTON_SCHEMES) : [],
    ),
  },
  {
    name: "the options of a select menu differ, and fit its least and most values",
    source: `${REFERENCE}#string-select`,
    check: eachComponent(({ component, path }) => selectViolations(component, path)),
  },
  {
    name: "an emoji of a button or option is one of Unicode, or has an id",
    source: "https://discord.com/developers/docs/resources/emoji#emoji-object",
    check: eachComponent(({ component, path }) => {
      if (component.type === ComponentType.StringSelect) {
        return component.options.flatMap(({ emoji }, index) =>
          emojiViolations(emoji, [...path, "options", index]),
        );
      }
      return "emoji" in component ? emojiViolations(component.emoji, path) : [];
    }),
  },
];

const BUTTON_SCHEMES = ["http:", "https:", "discord:"];

function isV2({ body, flagsBefore }: MessageSubject): boolean {
  return (((body.flags ?? 0) | (flagsBefore ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
}

function tooMany(path: readonly (string | number)[], max: number): Violation {
  return violation(path, "BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${max} in length.`);
}

function eachComponent(check: (found: Found) => readonly Violation[]) {
  return ({ body }: MessageSubject) => walkComponents(body.components).flatMap(check);
}
