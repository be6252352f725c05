import { describe, expect, it } from "vitest";
import {
  AUTOCOMPLETE_RULES,
  COMMAND_RULES,
  checkRules,
  MESSAGE_RULES,
  MODAL_RULES,
  type Rule,
} from "../../../src/playground/rules.ts";
import {
  type CommandBody,
  type MessageBody,
  parseCallback,
  parseCommand,
  parseMessage,
} from "../../../src/playground/validation/bodies.ts";

/** A payload that Discord's description accepts and the rule of this name refuses. */
type Examples<Subject> = Readonly<Record<string, readonly Subject[]>>;

/**
 * Holds each rule to three promises: there is an example that breaks it, Discord's description alone lets the example
 * through (otherwise the rule is not needed), and no other rule refuses it (otherwise the example proves nothing).
 */
function describeRules<Subject>(
  rules: readonly Rule<Subject>[],
  examples: Examples<Subject>,
  valid: readonly Subject[],
): void {
  it("accept what is in order", () => {
    for (const subject of valid) expect(checkRules(rules, subject)).toEqual([]);
  });
  it("have no example of a rule that is not there", () => {
    expect(Object.keys(examples)).toEqual(expect.arrayContaining(rules.map(({ name }) => name)));
    expect(Object.keys(examples)).toHaveLength(rules.length);
  });
  it.each(rules)("refuse, because $name, and say where", (rule) => {
    expect(rule.source).not.toBe("");
    expect(examples[rule.name]?.length).toBeGreaterThan(0);
    for (const subject of examples[rule.name] ?? []) {
      const violations = rule.check(subject);
      expect(violations).not.toEqual([]);
      expect(checkRules(rules, subject)).toEqual(violations);
    }
  });
}

const LONG = (length: number) => "x".repeat(length);
const CRAB = { name: "🦀" };

describe("the rules of messages", () => {
  /** As a request would bring it: Discord's description has had its say before the rules. */
  const message = (
    body: object,
    more: { flagsBefore?: number; fileNames?: readonly string[] } = {},
  ) => {
    return {
      body: parseMessage("channel message", body),
      fileNames: [],
      attachmentIds: [],
      ...more,
    };
  };
  const embed = (one: object) => message({ embeds: [one] });
  const row = (...components: object[]) => ({ type: 1, components });
  const button = (one: object = {}) => ({ type: 2, style: 1, label: "B", custom_id: "b", ...one });
  const select = (one: object = {}) => ({
    type: 3,
    custom_id: "s",
    options: [
      { label: "1", value: "1" },
      { label: "2", value: "2" },
    ],
    ...one,
  });
  const components = (...list: object[]) => message({ components: list });
  const V2 = 1 << 15;
  const display = (content: string) => ({ type: 10, content });
  const v2 = (...list: object[]) => message({ flags: V2, components: list });

  describeRules(
    MESSAGE_RULES,
    {
      "the text of a bot's message has at most 2,000 characters": [
        message({ content: LONG(2_001) }),
      ],
      "a message is not empty": [message({}), message({ content: " \n" })],
      "allowed mentions do not list what they allow all of": [
        message({ content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } }),
      ],
      "only flags that bots may set are set": [message({ content: "x", flags: 128 })],
      "an edit does not make a message private or public": [
        message({ content: "x", flags: 64 }, { flagsBefore: 0 }),
      ],
      "each attachment names an uploaded file, once": [
        message({ content: "x", attachments: [{ id: "0" }] }),
        {
          ...message({ content: "x", attachments: [{ id: "0" }, { id: "0" }] }),
          attachmentIds: ["0"],
        },
      ],
      "all embeds of a message hold at most 6,000 characters together": [
        message({ embeds: [{ description: LONG(4_000) }, { description: LONG(2_001) }] }),
        embed({
          description: LONG(4_096),
          fields: [{ name: LONG(256), value: LONG(1_024) }],
          footer: { text: LONG(400) },
          author: { name: LONG(256) },
        }),
      ],
      "an embed is not empty": [embed({}), embed({ color: 1, url: "https://kernel.org" })],
      "a field of an embed has a name and a value": [
        embed({ fields: [{ name: "", value: "v" }] }),
        embed({ fields: [{ name: "n", value: " " }] }),
      ],
      "the footer of an embed has a text, and its author a name": [
        embed({ title: "t", footer: { text: "" } }),
        embed({ title: "t", author: { url: "https://kernel.org" } }),
      ],
      "links of an embed are http or https": [
        embed({ title: "t", url: "ftp://kernel.org" }),
        embed({ author: { name: "a", url: "javascript:alert(1)" } }),
      ],
      "pictures of an embed are http, https or an attachment": [
        embed({ title: "t", image: { url: "data:image/png,x" } }),
        embed({ title: "t", footer: { text: "f", icon_url: "file:///etc/passwd" } }),
      ],
      "a picture from an attachment names a file of the message": [
        embed({ title: "t", thumbnail: { url: "attachment://not-there.png" } }),
      ],
      "without IS_COMPONENTS_V2 a message has only rows of components, at most 5": [
        components(display("x")),
        components(...[1, 2, 3, 4, 5, 6].map((id) => row(button({ custom_id: `${id}` })))),
      ],
      "with IS_COMPONENTS_V2 a message has neither content nor embeds nor a poll": [
        message({ flags: V2, components: [display("x")], content: "x" }),
        message({ flags: V2, components: [display("x")], embeds: [{ title: "t" }] }),
      ],
      "a message cannot go back from IS_COMPONENTS_V2": [
        message({ flags: 0, components: [display("x")] }, { flagsBefore: V2 }),
      ],
      "a message has at most 40 components, nested ones included": [
        v2(...Array.from({ length: 21 }, () => ({ type: 17, components: [display("x")] }))),
      ],
      "all text displays of a message hold at most 4,000 characters together": [
        v2(display(LONG(2_000)), { type: 17, components: [display(LONG(2_001))] }),
      ],
      "a row has up to 5 buttons, or one select menu": [
        components(row(select(), button())),
        components(row(select(), select({ custom_id: "t" }))),
      ],
      "a custom id stands once in a message": [
        components(row(button(), button())),
        components(row(button()), row(select({ custom_id: "b" }))),
      ],
      "a button says what it does: a custom id, or a link for a link button, and a label or an emoji":
        [
          components(row({ type: 2, style: 1, label: "B" })),
          components(row(button({ label: "" }))),
          components(row(button({ url: "https://kernel.org" }))),
          components(row({ type: 2, style: 5, label: "B" })),
          components(row(button({ style: 5, url: "https://kernel.org" }))),
          components(row({ type: 2, style: 6 })),
        ],
      "the link of a button is http, https or discord": [
        components(row({ type: 2, style: 5, label: "B", url: "javascript:alert(1)" })),
      ],
      "the options of a select menu differ, and fit its least and most values": [
        components(
          row(
            select({
              options: [
                { label: "1", value: "1" },
                { label: "2", value: "1" },
              ],
            }),
          ),
        ),
        components(row(select({ max_values: 3 }))),
        components(row(select({ min_values: 2, max_values: 1 }))),
        components(
          row(
            select({
              options: [
                { label: "1", value: "1", default: true },
                { label: "2", value: "2", default: true },
              ],
            }),
          ),
        ),
        components(row({ type: 5, custom_id: "u", min_values: 2, max_values: 1 })),
      ],
      "an emoji of a button or option is one of Unicode, or has an id": [
        components(row(button({ emoji: { name: "crab" } }))),
        components(row(select({ options: [{ label: "1", value: "1", emoji: { name: "🦀🦀" } }] }))),
      ],
    },
    [
      message({ content: LONG(2_000) }),
      message({ content: "<@1>", allowed_mentions: { parse: ["roles"], users: ["1"] } }),
      message({ content: "x", flags: 64 }, { flagsBefore: 64 }),
      message({}, { fileNames: ["a.txt"] }),
      { ...message({ content: "x", attachments: [{ id: "0" }] }), attachmentIds: ["0"] },
      message({ embeds: [{ description: LONG(4_096) }, { description: LONG(1_904) }] }),
      embed({ image: { url: "https://kernel.org/x.png" } }),
      message(
        { embeds: [{ title: "t", image: { url: "attachment://x.png" } }] },
        { fileNames: ["x.png"] },
      ),
      components(
        row(button({ emoji: CRAB }), button({ custom_id: "c", label: "", emoji: { name: "ℹ" } })),
        row(select({ min_values: 0, max_values: 2 })),
        row({ type: 2, style: 5, label: "L", url: "https://kernel.org" }),
      ),
      v2({
        type: 17,
        components: [display(LONG(4_000)), row(button({ emoji: { id: "1", name: "x" } }))],
      }),
      v2({ type: 9, components: [display("x")], accessory: button() }),
    ],
  );
});

describe("the rules of modals", () => {
  const modal = (...components: object[]) => {
    const callback = parseCallback({ type: 9, data: { custom_id: "m", title: "M", components } });
    if (callback.type !== 9) throw new Error("not a modal");
    return callback.modal;
  };
  const label = (component: object) => ({ type: 18, label: "L", component });
  const input = (one: object = {}) => ({ type: 4, custom_id: "i", style: 1, ...one });
  const select = (one: object = {}) => ({
    type: 3,
    custom_id: "s",
    options: [{ label: "1", value: "1" }],
    ...one,
  });

  describeRules(
    MODAL_RULES,
    {
      "a modal has at most 5 components": [
        modal(...[1, 2, 3, 4, 5, 6].map((id) => label(input({ custom_id: `${id}` })))),
      ],
      "a custom id stands once in a modal": [modal(label(input()), label(input()))],
      "a text input asks for no more characters at least than at most": [
        modal(label(input({ min_length: 5, max_length: 4 }))),
      ],
      "the value that a text input begins with has a length that it takes": [
        modal(label(input({ max_length: 4, value: "12345" }))),
        modal(label(input({ min_length: 4, value: "1" }))),
      ],
      "a text input has its label around it, or in a row one of its own": [
        modal(label(input({ label: "twice" }))),
        modal({ type: 1, components: [input()] }),
      ],
      "the options of a menu in a modal differ, and fit its least and most values": [
        modal(
          label(
            select({
              options: [
                { label: "1", value: "1" },
                { label: "2", value: "1" },
              ],
            }),
          ),
        ),
        modal(label(select({ max_values: 2 }))),
      ],
      "a menu in a modal is not disabled": [modal(label(select({ disabled: true })))],
    },
    [
      modal(
        { type: 10, content: "Read this" },
        label(input({ min_length: 1, max_length: 4_000, value: LONG(4_000) })),
        label(select({ max_values: 1 })),
        { type: 1, components: [input({ custom_id: "r", label: "In a row", value: "" })] },
      ),
    ],
  );
});

describe("the rules of choices", () => {
  const choices = (optionType: number, ...values: (string | number)[]) => {
    const list = values.map((value) => ({ name: "n", value }));
    const callback = parseCallback({ type: 8, data: { choices: list } });
    if (callback.type !== 8) throw new Error("not choices");
    return { choices: callback.choices, optionType };
  };
  describeRules(
    AUTOCOMPLETE_RULES,
    {
      "the value of a choice has at most 100 characters": [choices(3, LONG(101))],
      "the value of a choice is of its option's type": [choices(3, 1), choices(4, 1.5)],
    },
    [choices(3, LONG(100), "x"), choices(4, 7), choices(10, 1.5)],
  );
});

describe("the rules of commands", () => {
  const command = (body: object, inGuild = false) => ({
    command: parseCommand("command", { name: "ask", description: "Asks", ...body }),
    inGuild,
  });
  const options = (...list: object[]) => command({ options: list });
  const text = (one: object = {}) => ({ type: 3, name: "text", description: "Text", ...one });
  const sub = (name: string, ...list: object[]) => ({
    type: 1,
    name,
    description: "Sub",
    options: list,
  });

  describeRules(
    COMMAND_RULES,
    {
      "names of slash commands and options are lower case, without spaces": [
        command({ name: "Ask" }),
        command({ name: "ask it" }),
        options(text({ name: "Text" })),
        options(sub("ok", text({ name: "a.b" }))),
      ],
      "a slash command has a description, and a command of a menu has neither that nor options": [
        command({ description: "" }),
        command({ type: 3, name: "Find" }),
        command({ type: 3, name: "Find", description: null, options: [text()] }),
      ],
      "required options come before the others": [
        options(text(), text({ name: "other", required: true })),
      ],
      "options of one list have different names": [options(text(), text())],
      "subcommands stand in a list of their own": [options(sub("one"), text())],
      "choices have different names, and values of at most 100 characters": [
        options(
          text({
            choices: [
              { name: "a", value: "1" },
              { name: "a", value: "2" },
            ],
          }),
        ),
        options(text({ choices: [{ name: "a", value: LONG(101) }] })),
      ],
      "an option has either choices or autocomplete": [
        options(text({ autocomplete: true, choices: [{ name: "a", value: "1" }] })),
      ],
      "least and most of an option are in order": [
        options(text({ min_length: 2, max_length: 1 })),
        options({ type: 4, name: "n", description: "N", min_value: 2, max_value: 1 }),
      ],
      "a command holds at most 8,000 characters": [
        options(
          ...Array.from({ length: 4 }, (_, at) =>
            text({
              name: `text-${at}`,
              choices: Array.from({ length: 25 }, (_each, choice) => ({
                name: `${choice}`,
                value: `${LONG(90)}${choice}`,
              })),
            }),
          ),
        ),
      ],
      "contexts and integration types are for commands of all servers": [
        command({ contexts: [0] }, true),
        command({ integration_types: [0] }, true),
      ],
    },
    [
      command({ contexts: [0, 1, 2], integration_types: [0, 1] }),
      command({ name: "помощь", default_member_permissions: "32" }),
      command({ type: 3, name: "Find Rust for Linux facts", description: null }),
      options(text({ required: true, min_length: 1, max_length: 100, autocomplete: true }), {
        type: 4,
        name: "n",
        description: "N",
        min_value: 0,
      }),
      command({ options: [sub("one", text()), sub("two", text())] }, true),
    ],
  );
});

describe("Discord's description", () => {
  const refused = (check: () => unknown) => expect(check).toThrow("Invalid Form Body");
  const reply = (data: object) => () => parseCallback({ type: 4, data });
  const body = (data: MessageBody) => () => parseMessage("follow-up", data);
  const registered = (data: Partial<CommandBody>) => () =>
    parseCommand("command", { name: "ask", description: "Asks", ...data });
  const field = { name: "n", value: "v" };
  const rows = (component: object) => reply({ components: [{ type: 1, components: [component] }] });
  const select = (options: object[]) => rows({ type: 3, custom_id: "s", options });
  const TEXT = { type: 10, content: "x" };
  const modal = (data: object) => () =>
    parseCallback({ type: 9, data: { custom_id: "m", title: "M", components: [TEXT], ...data } });
  const choices =
    (length: number, name = "n") =>
    () =>
      parseCallback({
        type: 8,
        data: { choices: Array.from({ length }, () => ({ name, value: "v" })) },
      });

  it("accepts what the examples go beyond", () => {
    expect(modal({})).not.toThrow();
    expect(choices(25, LONG(100))).not.toThrow();
    expect(registered({ name: "x".repeat(32), description: LONG(100) })).not.toThrow();
    expect(select([{ label: LONG(100), value: "x", description: LONG(100) }])).not.toThrow();
    expect(body({ content: LONG(2_000), embeds: [{ fields: [field] }] })).not.toThrow();
  });

  it.each([
    ["2,000 characters of content", body({ content: LONG(2_001) })],
    ["10 embeds", body({ embeds: Array.from({ length: 11 }, () => ({ title: "t" })) })],
    ["256 characters of a title", body({ embeds: [{ title: LONG(257) }] })],
    ["4,096 characters of a description", body({ embeds: [{ description: LONG(4_097) }] })],
    ["25 fields", body({ embeds: [{ fields: Array.from({ length: 26 }, () => field) }] })],
    ["256 of a field's name", body({ embeds: [{ fields: [{ ...field, name: LONG(257) }] }] })],
    ["1,024 of its value", body({ embeds: [{ fields: [{ ...field, value: LONG(1_025) }] }] })],
    ["2,048 of a footer", body({ embeds: [{ footer: { text: LONG(2_049) } }] })],
    ["256 of an author", body({ embeds: [{ author: { name: LONG(257) } }] })],
    ["100 of a custom id", rows({ type: 2, style: 1, label: "x", custom_id: LONG(101) })],
    ["1 of a custom id", rows({ type: 2, style: 1, label: "x", custom_id: "" })],
    ["80 of a button's label", rows({ type: 2, style: 1, label: LONG(81), custom_id: "x" })],
    ["25 options", select(Array.from({ length: 26 }, (_, at) => ({ label: "x", value: `${at}` })))],
    ["100 of an option's label", select([{ label: LONG(101), value: "x" }])],
    ["100 of its description", select([{ label: "x", value: "x", description: LONG(101) }])],
    ["45 of a modal's title", modal({ title: LONG(46) })],
    ["something in a modal", modal({ components: [] })],
    ["25 choices", choices(26)],
    ["100 of a choice's name", choices(1, LONG(101))],
    ["32 of a command's name", registered({ name: LONG(33) })],
    ["100 of its description", registered({ description: LONG(101) })],
    ["known components", rows({ type: 99 })],
    ["known callbacks", () => parseCallback({ type: 99 })],
    ["an object", () => parseCallback("reply")],
  ])("refuses what goes beyond %s", (_limit, check) => {
    refused(check);
  });
});
