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
import type { Later, PostedMessage, Response } from "./command.ts";
import { toEdit, toPayload } from "./payload.ts";

/** The interactions that take a response with a message; autocomplete takes choices. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** Sends the response, which is the first and only one to this interaction, and what the command does after it. */
export async function sendResponse(interaction: Answerable, response: Response): Promise<void> {
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
      if (!("update" in interaction) || !onMessage(interaction)) {
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

/** A modal that a command opened stands on no message: what would update one is a private reply then. */
function onMessage(
  interaction: ButtonInteraction | StringSelectMenuInteraction | ModalSubmitInteraction,
): interaction is ButtonInteraction {
  return !interaction.isModalSubmit() || interaction.isFromMessage();
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
