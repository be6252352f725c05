import { Client, Events, type Interaction } from "discord.js";

/** The floor: the smallest discord.js bot, which answers everything with a constant. */
const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL ?? "" } });

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: "constant", value: "constant" }]);
  } else if (interaction.isChatInputCommand()) {
    await interaction.reply({ content: "constant" });
  }
}

async function register(): Promise<void> {
  await client.application?.commands.set([
    {
      name: "ask",
      description: "x",
      options: [{ type: 3, name: "question", description: "x", required: true }],
    },
    {
      name: "fact",
      description: "x",
      options: [{ type: 3, name: "name", description: "x", required: true, autocomplete: true }],
    },
  ]);
  console.log("bot ready");
}

client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
client.once(Events.ClientReady, () => void register());
await client.login(process.env.DISCORD_TOKEN ?? "");
