import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionCallbackResponse,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Later, MessageBody, PostedMessage, Response } from "./command.ts";
import { toEdit, toPayload } from "./payload.ts";

/** The interactions that take a response with a message; autocomplete takes choices. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** Tells Discord that the answer, for the caller alone, takes longer than a first response may. */
export async function deferPrivately(interaction: Answerable): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
}

/** At 1 Mbit/s this takes a second of the three that a first response has. */
const IMMEDIATE_MAX_BYTES = 100 * 1_024;

/**
 * Sends the response, which is the first and only one to this interaction, or fills in the one that was deferred, and
 * does what the command wants done after it. Large files follow a deferral, which leaves at once.
 */
export async function sendResponse(interaction: Answerable, response: Response): Promise<void> {
  if (!interaction.deferred) await deferUpload(interaction, response);
  if (interaction.deferred) return fillIn(interaction, response);
  switch (response.type) {
    case "reply": {
      const { message, sent } = response;
      const options = {
        private: response.private,
        ...(response.mention === undefined ? {} : { mention: response.mention }),
      };
      const payload = toPayload(message, options);
      if (!sent) {
        await interaction.reply(payload);
        return;
      }
      const posted = postedMessage(await interaction.reply({ ...payload, withResponse: true }));
      if (posted) sent(posted);
      return;
    }
    case "update": {
      if (!("update" in interaction) || !mayUpdate(interaction)) {
        await interaction.reply(toPayload(response.message, { private: true }));
        return;
      }
      await interaction.update(toEdit(response.message));
      await response.after?.(laterOf(interaction));
      return;
    }
    case "modal": {
      if (interaction.isModalSubmit()) throw new TypeError("a modal cannot answer a modal");
      await interaction.showModal(response.modal);
      return;
    }
    case "delete": {
      if (!("deferUpdate" in interaction)) throw new TypeError("no message to take away");
      await interaction.deferUpdate();
      await interaction.deleteReply();
    }
  }
}

async function deferUpload(interaction: Answerable, response: Response): Promise<void> {
  if (response.type !== "reply" && response.type !== "update") return;
  if (bytesOf(response.message) <= IMMEDIATE_MAX_BYTES) return;
  if (response.type === "reply" && !response.private) await interaction.deferReply();
  else if (response.type === "update" && "update" in interaction && mayUpdate(interaction)) {
    await interaction.deferUpdate();
  } else await deferPrivately(interaction);
}

function bytesOf({ files = [] }: MessageBody): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

async function fillIn(interaction: Answerable, response: Response): Promise<void> {
  switch (response.type) {
    case "reply":
    case "update": {
      const message = posted(await interaction.editReply(toEdit(response.message)));
      if (response.type === "reply") response.sent?.(message);
      else await response.after?.(laterOf(interaction));
      return;
    }
    case "modal":
      await interaction.editReply(toEdit(response.instead ?? TOO_SLOW));
      return;
    case "delete":
      await interaction.deleteReply();
  }
}

const TOO_SLOW: MessageBody = {
  content: "The form took too long to open: the bot's storage is slow. Try again.",
};

/**
 * Whether there is a message to change, and it is the caller's own: on a public one only its poster turns pages, and
 * whatever a stranger's custom id says, the stranger gets a private copy. A modal that a command opened stands on none.
 */
function mayUpdate(
  interaction: ButtonInteraction | StringSelectMenuInteraction | ModalSubmitInteraction,
): interaction is ButtonInteraction {
  const { message, user } = interaction;
  if (!message) return false;
  const poster = message.interactionMetadata?.user.id;
  return message.flags.has(MessageFlags.Ephemeral) || poster === undefined || poster === user.id;
}

function laterOf(interaction: Answerable): Later {
  return {
    followUp: async (message, options) =>
      posted(await interaction.followUp(toPayload(message, options))),
    edit: async (message) => {
      await interaction.editReply(toEdit(message));
    },
    remove: (id) => interaction.deleteReply(id),
  };
}

function posted(message: Message): PostedMessage {
  return {
    id: message.id,
    channelId: message.channelId,
    private: message.flags.has(MessageFlags.Ephemeral),
  };
}

function postedMessage(response: InteractionCallbackResponse): PostedMessage | undefined {
  const message = response.resource?.message;
  return message ? posted(message) : undefined;
}
