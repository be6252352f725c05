/**
 * What the stand-in for Discord and those who drive it (the page, the tests) say to each other.
 *
 * `GET /playground/state` answers a {@link State}. `POST /playground/act` takes an {@link Action} and answers an
 * {@link Exchange}, as soon as the bot has given its first response or Discord's deadline has passed; `say` concerns no
 * bot and answers `null`. What cannot be done answers 400 with a `message` for people. Everything that happens is pushed as an {@link Event}, one JSON object a frame, over the WebSocket `/playground/events`.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";

/** Somebody in whose place one can act. `id` is a snowflake. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** One line for the switch of users, such as "member" or "moderator (Manage Server)". */
  readonly description: string;
  /** A path on this server or a `data:` URL: nothing is loaded from outside. */
  readonly avatar: string;
}

/** Where one can act: a channel of a server, or a direct message with the bot. `id` is the channel's snowflake. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: "guild" | "bot-dm" | "private-channel";
  /** Absent outside a server. */
  readonly guild?: { readonly id: string; readonly name: string; readonly botInstalled: boolean };
  /** The people who can see the place. */
  readonly people: readonly string[];
}

/** A message as one of Discord's clients would hold it, and who can see it. */
export interface ShownMessage {
  readonly message: APIMessage;
  /** Ephemeral: only this person sees it. */
  readonly onlyFor?: string;
  /** The person whose interaction it answers. */
  readonly answers?: string;
  /** Whom it notified when it was sent: ids of users and roles, `everyone`, `here`. Absent for nobody. */
  readonly pings?: readonly string[];
}

export interface State {
  readonly bot: {
    readonly id: string;
    readonly name: string;
    readonly avatar: string;
    readonly online: boolean;
  };
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  /** Global commands and those of each server (`guild_id` set). */
  readonly commands: readonly APIApplicationCommand[];
  readonly messages: readonly ShownMessage[];
  readonly exchanges: readonly Exchange[];
}

/** Values of a command's options by name; those of a subcommand stand directly here. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export type Action = {
  /** Who acts: a person's id. */
  readonly as: string;
  /** Where: a place's id. */
  readonly in: string;
} & (
  | { readonly type: "say"; readonly content: string }
  | {
      readonly type: "command";
      /** The command's id or name. */
      readonly command: string;
      readonly group?: string;
      readonly subcommand?: string;
      readonly options: OptionValues;
      /** Files for attachment options by option name. `base64` content. */
      readonly files?: Readonly<Record<string, { readonly name: string; readonly base64: string }>>;
    }
  | {
      readonly type: "autocomplete";
      readonly command: string;
      readonly group?: string;
      readonly subcommand?: string;
      readonly options: OptionValues;
      readonly focused: string;
    }
  | { readonly type: "message-command"; readonly command: string; readonly message: string }
  | {
      readonly type: "component";
      readonly message: string;
      readonly customId: string;
      /** What was chosen, for a menu. */
      readonly values?: readonly string[];
    }
  | {
      readonly type: "modal";
      /** The exchange that opened the modal. */
      readonly exchange: string;
      /** By custom id: a text input's text, or a menu's values. */
      readonly fields: Readonly<Record<string, string | readonly string[]>>;
    }
);

/** A request that the bot made because of an interaction, and how it was answered. */
export interface BotRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
  /** Milliseconds since the interaction was sent. */
  readonly afterMs: number;
  /** What is wrong with the payload by Discord's rules; empty when it is valid. */
  readonly violations: readonly string[];
}

/** An interaction and all that came of it. */
export interface Exchange {
  readonly id: string;
  readonly action: Action;
  readonly interaction: APIInteraction;
  readonly requests: readonly BotRequest[];
  /** `pending` until the first response; `expired` when none came within 3 seconds. */
  readonly outcome:
    | "pending"
    | "message"
    | "deferred"
    | "deferred-update"
    | "update"
    | "choices"
    | "modal"
    | "expired";
  /** Milliseconds from sending the interaction to its first response. */
  readonly firstResponseMs?: number;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
  /** The message of the first response, once there is one. */
  readonly message?: ShownMessage;
}

export type Event =
  | { readonly type: "message"; readonly shown: ShownMessage }
  | { readonly type: "message-deleted"; readonly id: string; readonly place: string }
  | { readonly type: "exchange"; readonly exchange: Exchange }
  | { readonly type: "commands"; readonly commands: readonly APIApplicationCommand[] }
  | { readonly type: "presence"; readonly online: boolean };
