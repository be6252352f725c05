import { ApplicationIntegrationType, InteractionContextType } from "discord.js";

/**
 * Commands for everybody work in servers, in direct messages, and for people who installed the bot to their account.
 * Always sent: what Discord assumes without them has changed over time.
 */
export const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
};
