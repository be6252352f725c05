import {
  type AutocompleteInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  type Interaction,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
  TextInputStyle,
} from "discord.js";
import type { Playground } from "../../src/playground/start-playground.ts";

/** Commands that use each way of answering, for tests of the stand-in itself. */
const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: "echo",
    description: "Says it again",
    options: [
      { type: 3, name: "text", description: "What", required: true, autocomplete: true },
      { type: 5, name: "private", description: "Only for you" },
    ],
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  { name: "later", description: "Answers after a deferral" },
  { name: "form", description: "Opens a modal" },
  { name: "file", description: "Answers with a file" },
  { type: 3, name: "Quote" },
];

export interface FixtureBot {
  readonly client: Client<true>;
  /** What went wrong in its handlers. */
  readonly errors: readonly unknown[];
  stop(): Promise<void>;
}

/** A real discord.js client at the playground, logged in, with its commands registered. */
export async function startFixtureBot(playground: Playground): Promise<FixtureBot> {
  const client = new Client({ intents: [], rest: { api: playground.apiUrl } });
  const errors: unknown[] = [];
  client.on("interactionCreate", (interaction) => {
    answer(interaction).catch((error) => errors.push(error));
  });
  client.on("error", (error) => errors.push(error));
  const ready = new Promise<Client<true>>((resolve) => client.once("clientReady", resolve));
  await client.login(playground.token);
  const connected = await ready;
  await connected.application.commands.set(COMMANDS);
  return { client: connected, errors, stop: () => client.destroy() };
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction);
  if (interaction.isChatInputCommand()) return run(interaction);
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: `> ${interaction.targetMessage.content}` });
  } else if (interaction.isModalSubmit()) {
    const name = interaction.fields.getTextInputValue("name");
    const [kind] = interaction.fields.getStringSelectValues("kind");
    await interaction.reply({ content: `${name} is ${kind}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton() && interaction.customId === "again") {
    await interaction.update({ content: "again", components: [] });
  } else if (interaction.isButton() && interaction.customId === "delete") {
    await interaction.deferUpdate();
    await interaction.deleteReply();
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({ content: interaction.values.join(), flags: MessageFlags.Ephemeral });
  }
}

async function complete(interaction: AutocompleteInteraction): Promise<void> {
  const text = interaction.options.getFocused();
  await interaction.respond([{ name: `${text}!`, value: text }]);
}

async function run(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.commandName) {
    case "echo":
      await interaction.reply({
        content: interaction.options.getString("text", true),
        components: CONTROLS,
        ...(interaction.options.getBoolean("private") && { flags: MessageFlags.Ephemeral }),
      });
      return;
    case "later":
      await interaction.deferReply();
      await interaction.editReply({ embeds: [{ title: "Here it is" }] });
      await interaction.followUp({ content: "one more", flags: MessageFlags.Ephemeral });
      return;
    case "file":
      await interaction.reply({
        files: [{ name: "a.txt", attachment: Buffer.from("hello") }],
        withResponse: true,
      });
      return;
    default:
      await interaction.showModal({
        custom_id: "form",
        title: "A form",
        components: [
          {
            type: ComponentType.Label,
            label: "Name",
            component: {
              type: ComponentType.TextInput,
              custom_id: "name",
              style: TextInputStyle.Short,
            },
          },
          {
            type: ComponentType.Label,
            label: "Kind",
            component: {
              type: ComponentType.StringSelect,
              custom_id: "kind",
              options: [
                { label: "A crab", value: "crab" },
                { label: "A penguin", value: "penguin" },
              ],
            },
          },
        ],
      });
  }
}

const CONTROLS = [
  {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.Button as const,
        style: ButtonStyle.Primary as const,
        label: "Again",
        custom_id: "again",
      },
      {
        type: ComponentType.Button as const,
        style: ButtonStyle.Danger as const,
        label: "Delete",
        custom_id: "delete",
      },
    ],
  },
  {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: "pick",
        options: [
          { label: "One", value: "1" },
          { label: "Two", value: "2" },
        ],
      },
    ],
  },
];
