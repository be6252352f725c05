import {
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  RateLimitError,
  RESTJSONErrorCodes,
} from "discord.js";
import { DISCORD_LIMITS } from "./limits.ts";
import { toEdit, toPayload } from "./payload.ts";
import type { Answerable } from "./send-response.ts";
import { truncate } from "./text.ts";

/** Says one sentence to the caller alone, whatever was said before. */
export async function tell(interaction: Answerable, sentence: string): Promise<void> {
  const content = truncate(sentence, DISCORD_LIMITS.contentMax);
  const payload = { ...toPayload({ content }), flags: MessageFlags.Ephemeral as const };
  if (interaction.replied) await interaction.followUp(payload);
  else if (!interaction.deferred) await interaction.reply(payload);
  // A deferral of ours is private and waits to be filled in; the other kind stands for a message that stays.
  else if (interaction.ephemeral) await interaction.editReply(toEdit({ content }));
  else await interaction.followUp(payload);
}

export function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isModalSubmit()
  );
}

/**
 * Whether the interaction is past answering: its time is over, it has been answered already (Discord delivers some
 * twice), or Discord asks to wait for longer than it lives.
 */
export function isTooLate(error: unknown): boolean {
  if (error instanceof RateLimitError) return true;
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}
