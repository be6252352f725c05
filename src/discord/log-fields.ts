import type { Interaction } from "discord.js";

/** Only those who try what they may not do are named in the log. */
export function whoIs(interaction: Interaction): object {
  return {
    user: interaction.user.id,
    ...(interaction.guildId === null ? {} : { guild: interaction.guildId }),
  };
}

/** What an interaction is, for the log. */
export function aboutInteraction(interaction: Interaction): object {
  return {
    interaction: interaction.id,
    ...(interaction.isCommand() || interaction.isAutocomplete()
      ? { command: interaction.commandName }
      : {}),
    ...("customId" in interaction ? { customId: interaction.customId } : {}),
  };
}
