import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  Events,
  type Interaction,
  MessageFlags,
} from "discord.js";
import { CARD, COMMANDS, FORM, FRUITS, HOSTILE } from "./showcase-bot-commands.ts";

const THINKING_MS = 300;

/** A small bot by the real discord.js that does everything that the playground's page has to show. */
export async function startShowcaseBot({ apiUrl, token }: { apiUrl: string; token: string }) {
  const client = new Client({ intents: [], rest: { api: apiUrl } });
  client.on(Events.InteractionCreate, (interaction) => {
    // The invalid answers are refused on purpose; what comes of it is looked at on the page.
    answer(interaction).catch(() => undefined);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const connected = await ready;
  await connected.application.commands.set(COMMANDS);
  return { stop: () => client.destroy() };
}

type Answer = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

const ANSWERS: Readonly<Record<string, Answer>> = {
  fruit: (interaction) => interaction.reply(fruit(interaction)),
  echo: (interaction) =>
    interaction.reply({
      content: interaction.options.getString("text", true),
      flags: MessageFlags.Ephemeral,
    }),
  card: (interaction) => interaction.reply(CARD),
  hostile: (interaction) =>
    interaction.reply({
      content: HOSTILE,
      embeds: [
        { title: HOSTILE, description: HOSTILE, fields: [{ name: HOSTILE, value: HOSTILE }] },
      ],
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: 1, label: HOSTILE, custom_id: HOSTILE },
          ],
        },
      ],
    }),
  form: (interaction) => interaction.showModal(FORM),
  file: (interaction) =>
    interaction.reply({
      files: [{ name: "notes.txt", attachment: Buffer.from("notes of the showcase") }],
    }),
  slow: async (interaction) => {
    await interaction.deferReply();
    await new Promise((resolve) => setTimeout(resolve, THINKING_MS));
    await interaction.editReply("Thought about it.");
  },
  invalid: (interaction) => interaction.reply({ embeds: [{ title: "x".repeat(300) }] }),
  silent: () => Promise.resolve(),
  basket: (interaction) =>
    interaction.reply(`Got ${interaction.options.getAttachment("with", true).name}`),
};

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await complete(interaction);
  else if (interaction.isChatInputCommand()) await ANSWERS[interaction.commandName]?.(interaction);
  else if (interaction.isMessageContextMenuCommand()) {
    const words = interaction.targetMessage.content.split(/\s+/).filter(Boolean).length;
    await interaction.reply({ content: `${words} words`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton()) {
    await interaction.update({ content: `Pressed ${interaction.customId}` });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: `Chose ${interaction.values.join()}` });
  } else if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const text = ["name", "notes"].map((id) => fields.getTextInputValue(id));
    const size = fields.getStringSelectValues("size").join();
    await interaction.reply(`Form: ${[...text, size].join(", ")}`);
  }
}

async function complete(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  const found = FRUITS.filter((name) => name.toLowerCase().startsWith(typed));
  await interaction.respond(found.map((name) => ({ name, value: name.toLowerCase() })));
}

function fruit({ options }: ChatInputCommandInteraction): string {
  const parts = [
    options.getString("name", true),
    options.getUser("for") && `for ${options.getUser("for")}`,
    options.getBoolean("ripe") !== null && `ripe: ${options.getBoolean("ripe")}`,
    options.getInteger("pieces") !== null && `pieces: ${options.getInteger("pieces")}`,
  ];
  return `Fruit: ${parts.filter(Boolean).join(", ")}`;
}
