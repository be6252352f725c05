import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HowToAct, InteractionAction } from "../../../src/playground/drive.ts";
import type { OptionValues } from "../../../src/playground/protocol.ts";
import { type Playground, startPlayground } from "../../../src/playground/start-playground.ts";
import { type BareBot, startBareBot } from "../../support/bare-bot.ts";

const MANAGE_GUILD = "32";

describe("acting in people's places", () => {
  let playground: Playground;
  let bot: BareBot;
  beforeAll(async () => {
    playground = await startPlayground();
    bot = await startBareBot(playground);
    const path = `/applications/${playground.applicationId}`;
    await bot.request("PUT", `${path}/commands`, [
      { name: "everywhere", description: "E", integration_types: [0, 1], contexts: [0, 1, 2] },
      { name: "servers", description: "S", integration_types: [0], contexts: [0] },
      { type: 3, name: "Look", integration_types: [0, 1], contexts: [0, 1, 2] },
    ]);
    await bot.request("PUT", `${path}/guilds/${playground.guildId}/commands`, [
      {
        name: "facts",
        description: "F",
        default_member_permissions: MANAGE_GUILD,
        options: [
          {
            type: 2,
            name: "part",
            description: "P",
            options: [{ type: 1, name: "edit", description: "E", options: OPTIONS }],
          },
        ],
      },
    ]);
  });
  afterAll(async () => {
    await bot.close();
    await playground.close();
  });

  const at = (person: string, place: string) => ({
    as: playground.person(person).id,
    in: playground.place(place).id,
  });
  const send = (action: InteractionAction, how?: HowToAct) => playground.drive.send(action, how);
  const use = (person: string, place: string, command: string) =>
    send({ ...at(person, place), type: "command", command, options: {} });
  const edit = (options: OptionValues, how?: HowToAct) =>
    send(
      {
        ...at("Moderator", "help"),
        type: "command",
        command: "facts",
        group: "part",
        subcommand: "edit",
        options,
      },
      how,
    );

  it("shows the newest exchanges and messages, so that the state of a long session stays small", () => {
    const { drive } = playground;
    const place = at("Member", "help");
    const sent = Array.from({ length: 201 }, () => use("Member", "help", "servers").id);
    for (let said = 0; said <= 300; said++) {
      drive.say({ ...place, type: "say", content: `message ${said}` });
    }
    const { exchanges, messages } = drive.state();
    expect(exchanges.map(({ id }) => id)).toEqual(sent.slice(1));
    expect(messages).toHaveLength(300);
    expect(messages.at(-1)?.message.content).toBe("message 300");
  });

  it("offers commands only where they are installed and registered for", () => {
    expect(use("Member", "help", "servers").interaction.context).toBe(0);
    expect(use("Newcomer", "Newcomer", "everywhere").interaction.context).toBe(1);
    expect(use("Newcomer", "Newcomer and Member", "everywhere").interaction.context).toBe(2);
    expect(use("Newcomer", "open", "everywhere").interaction.context).toBe(0);
    for (const [person, place, command] of [
      ["Newcomer", "Newcomer", "servers"],
      ["Newcomer", "open", "servers"],
      ["Member", "Newcomer and Member", "everywhere"],
      ["Member", "open", "everywhere"],
      ["Moderator elsewhere", "lobby", "facts"],
      ["Member", "help", "facts"],
      ["Helper", "help", "facts"],
    ] as const) {
      expect(() => use(person, place, command)).toThrow();
    }
  });

  it("shows a place to those in it only", () => {
    expect(() => use("Member", "moderators", "servers")).toThrow("does not see");
    expect(() => use("Moderator elsewhere", "help", "servers")).toThrow("does not see");
  });

  it("says who it is by whose leave, with what they may do", () => {
    const inServer = use("Moderator", "help", "servers").interaction;
    expect(inServer).toMatchObject({
      guild_id: playground.guildId,
      authorizing_integration_owners: { "0": playground.guildId },
      member: { user: { id: playground.person("Moderator").id }, roles: [expect.any(String)] },
      app_permissions: expect.stringMatching(/^\d+$/),
    });
    const permissions = BigInt(inServer.member?.permissions ?? 0);
    expect(permissions & BigInt(MANAGE_GUILD)).toBe(BigInt(MANAGE_GUILD));
    expect(inServer).not.toHaveProperty("user");

    const ofOnesOwn = use("Newcomer", "open", "everywhere").interaction;
    expect(ofOnesOwn.authorizing_integration_owners).toEqual({
      "1": playground.person("Newcomer").id,
    });
    const direct = use("Newcomer", "Newcomer", "everywhere").interaction;
    expect(direct.authorizing_integration_owners).toMatchObject({ "0": "0" });
    expect(direct).toMatchObject({ user: { id: playground.person("Newcomer").id } });
    expect(direct).not.toHaveProperty("member");
  });

  it("nests options in their subcommand and group, and describes what they name", () => {
    const member = playground.person("Member").id;
    const { interaction } = edit({ text: "hello", who: member, count: 2 });
    expect(interaction).toMatchObject({
      data: {
        name: "facts",
        options: [
          {
            type: 2,
            name: "part",
            options: [
              {
                type: 1,
                name: "edit",
                options: [
                  { type: 3, name: "text", value: "hello" },
                  { type: 4, name: "count", value: 2 },
                  { type: 6, name: "who", value: member },
                ],
              },
            ],
          },
        ],
        resolved: {
          users: { [member]: { id: member } },
          members: { [member]: { permissions: expect.any(String) } },
        },
      },
    });
  });

  it("refuses values that a client would not send", () => {
    for (const options of [
      {},
      { text: "" },
      { text: "x".repeat(11) },
      { text: 1 },
      { text: "x", count: 1.5 },
      { text: "x", count: 6 },
      { text: "x", choice: "z" },
      { text: "x", flag: "true" },
      { text: "x", who: "1" },
      { text: "x", other: 1 },
    ]) {
      expect(() => edit(options)).toThrow();
    }
  });

  it("sends what a modified client could, when it is told to", () => {
    const unchecked = { unchecked: true };
    expect(edit({ text: "x".repeat(7_000), count: 99 }, unchecked).interaction.type).toBe(2);
    const action = { type: "command" as const, command: "everywhere", options: {} };
    expect(send({ ...at("Member", "open"), ...action }, unchecked).interaction.type).toBe(2);

    const message = playground.drive.state().messages[0]?.message.id ?? "";
    const press = { type: "component" as const, message, customId: "forged:1" };
    expect(() => send({ ...at("Member", "help"), ...press })).toThrow();
    expect(send({ ...at("Member", "help"), ...press }, unchecked).interaction).toMatchObject({
      data: { custom_id: "forged:1", component_type: 2 },
    });
  });

  it("hands on a file with an attachment option, served from here", async () => {
    const base64 = Buffer.from("{}").toString("base64");
    const { interaction } = send({
      ...at("Moderator", "help"),
      type: "command",
      command: "facts",
      group: "part",
      subcommand: "edit",
      options: { text: "x" },
      files: { file: { name: "facts.json", base64 } },
    });
    const data = JSON.parse(JSON.stringify(interaction)).data;
    const [file] = Object.values<{ url: string; filename: string }>(data.resolved.attachments);
    expect(file?.filename).toBe("facts.json");
    expect(await (await fetch(file?.url ?? "")).text()).toBe("{}");
  });

  it("says who used what on a message with a command of its menu", () => {
    const message = playground.drive.state().messages[0]?.message.id ?? "";
    const { interaction } = send({
      ...at("Member", "help"),
      type: "message-command",
      command: "Look",
      message,
    });
    expect(interaction).toMatchObject({
      data: { target_id: message, resolved: { messages: { [message]: { id: message } } } },
    });
  });

  it("keeps a modal to the person who opened it, and to what it asks for", async () => {
    const opened = use("Member", "help", "servers");
    await bot.respond(opened, { type: 9, data: MODAL });
    const submit = (person: string, fields: Record<string, string | string[]>, how?: HowToAct) =>
      send({ ...at(person, "help"), type: "modal", exchange: opened.id, fields }, how);
    expect(() => submit("Moderator", { name: "long enough" })).toThrow("somebody else");
    expect(() => submit("Member", {})).toThrow("required");
    expect(() => submit("Member", { name: "x" })).toThrow("2 to 4000");
    expect(() => submit("Member", { name: "xx", kind: ["z"] })).toThrow("no option");
    expect(() => submit("Member", { name: "xx", other: "x" })).toThrow("no field");
    expect(submit("Member", { name: "xx" }).interaction).toMatchObject({
      data: {
        custom_id: "m",
        components: [
          { type: 18, component: { type: 4, custom_id: "name", value: "xx" } },
          { type: 18, component: { type: 3, custom_id: "kind", values: [] } },
        ],
      },
    });
    const forged = submit("Moderator", {}, { unchecked: true, customId: "forged" });
    expect(forged.interaction).toMatchObject({ data: { custom_id: "forged" } });
  });
});

const OPTIONS = [
  { type: 3, name: "text", description: "T", required: true, max_length: 10 },
  { type: 4, name: "count", description: "C", min_value: 1, max_value: 5 },
  { type: 3, name: "choice", description: "C", choices: [{ name: "A", value: "a" }] },
  { type: 5, name: "flag", description: "F" },
  { type: 6, name: "who", description: "W" },
  { type: 11, name: "file", description: "F" },
];

const MODAL = {
  custom_id: "m",
  title: "M",
  components: [
    { type: 18, label: "Name", component: { type: 4, custom_id: "name", style: 1, min_length: 2 } },
    {
      type: 18,
      label: "Kind",
      component: {
        type: 3,
        custom_id: "kind",
        required: false,
        options: [{ label: "A", value: "a" }],
      },
    },
  ],
};
