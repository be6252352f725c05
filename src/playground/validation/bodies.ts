import type {
  APIAllowedMentions,
  APIApplicationCommand,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  Locale,
} from "discord-api-types/v10";
import { refuseInvalid } from "../rest/discord-error.ts";
import { checkSpec, type SpecName } from "./spec.ts";
import { violation } from "./violation.ts";

/** A message that is to be sent or changed; what an edit does not name stays. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: number | null;
  readonly attachments?: readonly AttachmentBody[] | null;
  readonly tts?: boolean | null;
  readonly poll?: object | null;
}

export interface AttachmentBody {
  readonly id: string;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** What a request says of a command, whatever its type. */
export interface CommandBody {
  readonly name: string;
  readonly type?: ApplicationCommandType | undefined;
  readonly description?: string | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
  readonly name_localizations?: Translations;
  readonly description_localizations?: Translations;
  readonly default_member_permissions?: string | null | undefined;
  readonly nsfw?: boolean | undefined;
  readonly contexts?: APIApplicationCommand["contexts"] | undefined;
  readonly integration_types?: APIApplicationCommand["integration_types"] | undefined;
}

export type Translations =
  | Readonly<Partial<Record<Locale, string | null | undefined>>>
  | null
  | undefined;

export type ModalBody = APIModalInteractionResponseCallbackData;
export type Choices = readonly APIApplicationCommandOptionChoice[];

/** A first response to an interaction, by type. @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export type Callback =
  | { readonly type: 4 | 5 | 7; readonly data: MessageBody }
  | { readonly type: 6 }
  | { readonly type: 8; readonly choices: Choices }
  | { readonly type: 9; readonly modal: ModalBody };

const CALLBACK_SPECS: ReadonlyMap<unknown, SpecName> = new Map<unknown, SpecName>([
  [4, "message callback"],
  [5, "message callback"],
  [6, "update callback"],
  [7, "update callback"],
  [8, "autocomplete callback"],
  [9, "modal callback"],
]);

/** These functions are the parsers of requests: what they return has Discord's shape, or they refuse with 50035. */
export function parseCallback(body: unknown): Callback {
  const { type, data } = asRecord(body);
  const name = CALLBACK_SPECS.get(type);
  if (!name) refuseInvalid([violation(["type"], "BASE_TYPE_CHOICES", "Unknown callback type.")]);
  else refuseInvalid(checkSpec(name, body));
  switch (type) {
    case 8:
      return { type, choices: (asRecord(data).choices ?? []) as Choices };
    case 9:
      return { type, modal: data as ModalBody };
    case 6:
      return { type };
    default:
      return { type: type as 4 | 5 | 7, data: (data ?? {}) as MessageBody };
  }
}

export function parseMessage(name: SpecName, body: unknown): MessageBody {
  refuseInvalid(checkSpec(name, body ?? {}));
  return (body ?? {}) as MessageBody;
}

export function parseCommand(
  name: SpecName,
  body: unknown,
  at: readonly (string | number)[] = [],
): CommandBody {
  refuseInvalid(checkSpec(name, withNumericPermissions(body), at));
  return body as CommandBody;
}

export function parseCommandEdit(body: unknown): Partial<CommandBody> {
  refuseInvalid(checkSpec("command edit", withNumericPermissions(body)));
  return body as Partial<CommandBody>;
}

/** Permission bits travel as a string of digits; the description of the API knows them as a number only. */
function withNumericPermissions(body: unknown): unknown {
  const { default_member_permissions: bits } = asRecord(body);
  if (typeof bits !== "string" || !/^\d+$/.test(bits)) return body;
  return { ...asRecord(body), default_member_permissions: Number(bits) };
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
