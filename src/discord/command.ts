import type {
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";

/** What a message of the bot is made of. Nothing in it pings anybody: that is a reply's `mention`. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly { readonly name: string; readonly text: string }[];
}

/** A message as Discord took it. */
export interface PostedMessage {
  readonly id: string;
  readonly channelId: string;
  /** Discord may make a public message private, for a bot that only its user has installed. */
  readonly private: boolean;
}

/** What can still be done once the first response is out. */
export interface Later {
  followUp(message: MessageBody, options: { readonly private: boolean }): Promise<PostedMessage>;
  edit(message: MessageBody): Promise<void>;
  /** Takes a follow-up back. */
  remove(id: string): Promise<void>;
}

/** The first response to an interaction, as a value: the dispatcher sends it, once. */
export type Response =
  | {
      readonly type: "reply";
      readonly message: MessageBody;
      readonly private: boolean;
      /** The one person whom the message pings. */
      readonly mention?: string;
      /** Called with the message when Discord has taken it. */
      readonly sent?: (posted: PostedMessage) => void;
    }
  | {
      /** Changes the message that the component stands on. */
      readonly type: "update";
      readonly message: MessageBody;
      readonly after?: (later: Later) => Promise<void>;
    }
  | {
      readonly type: "modal";
      readonly modal: APIModalInteractionResponseCallbackData;
      /** What stands in for the modal when it comes too late, since it must be the first response: a way to it. */
      readonly instead?: MessageBody;
    }
  /** Takes away the message that the component stands on. */
  | { readonly type: "delete" };

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Who calls, and from where. */
export interface Caller {
  readonly userId: string;
  readonly userName: string;
  /** Absent outside a server. */
  readonly guildId?: string;
  readonly channelId: string;
  readonly inBotDm: boolean;
  /** Whether the caller may do this in the channel, by Discord's own computation. */
  can(permission: "ManageMessages" | "ManageGuild" | "Administrator"): boolean;
  /** The roles of the caller in the server; none outside of one. */
  readonly roleIds: readonly string[];
}

/** Options of a command as they were given. `get` throws when absent, `find` returns undefined. */
export interface Options {
  readonly subcommand?: string;
  getString(name: string): string;
  findString(name: string): string | undefined;
  findBoolean(name: string): boolean | undefined;
  findUser(name: string): { readonly id: string; readonly bot: boolean } | undefined;
  findAttachment(name: string): UploadedFile | undefined;
}

/** A file that somebody attached to a command. All of it is their word, but for the address. */
export interface UploadedFile {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
}

export interface CommandCall extends Caller {
  readonly options: Options;
  /** The text of the message that a message command was called on. */
  readonly targetText?: string;
}

export interface AutocompleteCall extends Caller {
  readonly subcommand?: string;
  readonly focused: { readonly name: string; readonly value: string };
}

export interface ComponentCall extends Caller {
  readonly action: string;
  readonly args: readonly string[];
  /** What was chosen; empty for a button. */
  readonly values: readonly string[];
  readonly message: ShownMessage;
}

/** The message that a component stands on. */
export interface ShownMessage {
  readonly id: string;
  readonly private: boolean;
  /** Whose command or button made it, by Discord's own record. */
  readonly posterId?: string;
  /** The options of the menu with this action, in their order; none when it has no such menu. */
  menuOptions(
    command: string,
    action: string,
  ): readonly { readonly value: string; readonly description: string }[];
  /** The button with this action, as it stands on the message. */
  findButton(
    command: string,
    action: string,
  ): { readonly label: string; readonly disabled: boolean } | undefined;
}

export interface ModalCall extends Caller {
  readonly action: string;
  readonly args: readonly string[];
  /** What was typed into, or chosen in, the input with this custom id; empty when it has none. */
  text(input: string): string;
  /** The message whose button or menu opened it; absent when a command did. */
  readonly message?: ShownMessage;
}

/**
 * One thing that users can call. Handlers turn a call into a {@link Response}; they may throw KnowledgeError to refuse.
 * Components and modals are routed by the first part of their custom id, the command's `key`.
 */
export interface Command {
  /** Short, without signs: stands in custom ids. */
  readonly key: string;
  readonly scope: "everybody" | "curators";
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  execute(call: CommandCall): Response | Promise<Response>;
  autocomplete?(call: AutocompleteCall): readonly Choice[] | Promise<readonly Choice[]>;
  component?(call: ComponentCall): Response | Promise<Response>;
  submit?(call: ModalCall): Response | Promise<Response>;
}
