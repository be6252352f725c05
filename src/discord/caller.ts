import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  InteractionContextType,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from "discord.js";
import type {
  AutocompleteCall,
  Caller,
  CommandCall,
  ComponentCall,
  ModalCall,
  Options,
  ShownMessage,
} from "./command.ts";
import { type CustomId, parseCustomId } from "./custom-id.ts";

/**
 * Who calls, from the interaction alone: without intents no role, channel or member is cached, so what discord.js
 * computes from its caches would be wrong. `roleIds` come from the raw event.
 */
function callerOf(interaction: BaseInteraction, roleIds: readonly string[]): Caller {
  return {
    userId: interaction.user.id,
    userName: interaction.user.displayName,
    ...(interaction.guildId === null ? {} : { guildId: interaction.guildId }),
    channelId: interaction.channelId ?? "",
    inBotDm: interaction.context === InteractionContextType.BotDM,
    can: (permission) =>
      interaction.memberPermissions?.has(PermissionFlagsBits[permission]) ?? false,
    roleIds,
  };
}

export function commandCall(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  roleIds: readonly string[],
): CommandCall {
  return {
    ...callerOf(interaction, roleIds),
    options: interaction.isChatInputCommand() ? optionsOf(interaction) : NO_OPTIONS,
    ...(interaction.isMessageContextMenuCommand()
      ? { targetText: textOf(interaction.targetMessage) }
      : {}),
  };
}

export function autocompleteCall(
  interaction: AutocompleteInteraction,
  roleIds: readonly string[],
): AutocompleteCall {
  const { name, value } = interaction.options.getFocused(true);
  const subcommand = interaction.options.getSubcommand(false);
  return {
    ...callerOf(interaction, roleIds),
    ...(subcommand === null ? {} : { subcommand }),
    focused: { name, value },
  };
}

export function componentCall(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  id: CustomId,
  roleIds: readonly string[],
): ComponentCall {
  return {
    ...callerOf(interaction, roleIds),
    action: id.action,
    args: id.args,
    values: interaction.isStringSelectMenu() ? interaction.values : [],
    message: shownMessage(interaction.message),
  };
}

export function modalCall(
  interaction: ModalSubmitInteraction,
  id: CustomId,
  roleIds: readonly string[],
): ModalCall {
  return {
    ...callerOf(interaction, roleIds),
    action: id.action,
    args: id.args,
    text: (input) => modalText(interaction, input),
    ...(interaction.message ? { message: shownMessage(interaction.message) } : {}),
  };
}

const NO_OPTIONS: Options = {
  getString: (name) => {
    throw new RangeError(`a message command has no option ${name}`);
  },
  findString: () => undefined,
  findBoolean: () => undefined,
  findUser: () => undefined,
  findAttachment: () => undefined,
};

function optionsOf({ options }: ChatInputCommandInteraction): Options {
  const subcommand = options.getSubcommand(false);
  return {
    ...(subcommand === null ? {} : { subcommand }),
    getString: (name) => options.getString(name, true),
    findString: (name) => options.getString(name) ?? undefined,
    findBoolean: (name) => options.getBoolean(name) ?? undefined,
    findUser: (name) => options.getUser(name) ?? undefined,
    findAttachment(name) {
      const file = options.getAttachment(name);
      return file ? { name: file.name, url: file.url, bytes: file.size } : undefined;
    },
  };
}

function shownMessage(message: Message): ShownMessage {
  return {
    id: message.id,
    private: message.flags.has(MessageFlags.Ephemeral),
    ...(message.interactionMetadata ? { posterId: message.interactionMetadata.user.id } : {}),
    menuOptions(command, action) {
      const part = findComponent(message, command, action);
      return part?.type === ComponentType.StringSelect
        ? part.options.map(({ value, description }) => ({ value, description: description ?? "" }))
        : [];
    },
    findButton(command, action) {
      const part = findComponent(message, command, action);
      if (part?.type !== ComponentType.Button) return undefined;
      return { label: part.label ?? "", disabled: part.disabled };
    },
  };
}

function findComponent(message: Message, command: string, action: string) {
  return message.components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .find((part) => {
      const id = parseCustomId(part.customId ?? "");
      return id?.command === command && id.action === action;
    });
}

/** Everything that a message says: its text and what its embeds say. */
function textOf(message: Message): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...embed.fields.flatMap((field) => [field.name, field.value]),
  ]);
  return [message.content, ...embeds].filter(Boolean).join("\n");
}

function modalText(interaction: ModalSubmitInteraction, input: string): string {
  const field = interaction.fields.fields.get(input);
  if (field === undefined) return "";
  if (field.type === ComponentType.TextInput) return field.value;
  if (field.type === ComponentType.StringSelect) return field.values[0] ?? "";
  return "";
}
