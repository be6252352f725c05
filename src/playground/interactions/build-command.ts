import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Action } from "../protocol.ts";
import type { StandIn } from "../rest/stand-in.ts";
import { findCommand, integrationTypesOf, type Target, targetOf } from "./find-command.ts";
import { sendOptions } from "./option-values.ts";
import { RefusedAct } from "./refused-act.ts";
import { createResolver } from "./resolve.ts";
import { ownersOf, type Scene, surroundings } from "./surroundings.ts";

type Of<Type extends Action["type"]> = Action & { readonly type: Type };

/** A slash command that a person sends off. */
export function buildCommand(
  standIn: StandIn,
  scene: Scene,
  action: Of<"command">,
  unchecked: boolean,
): APIApplicationCommandInteraction {
  const type = ApplicationCommandType.ChatInput as const;
  const command = findCommand(standIn, scene, { name: action.command, type, unchecked });
  const target = targetOf(command, action);
  const resolver = createResolver(standIn, scene);
  const given = { values: action.options, files: action.files ?? {}, unchecked };
  const options = nest(target, sendOptions(target.options, given, resolver));
  const resolved = resolver.resolved();
  return {
    ...surroundings(standIn, scene, ownersOf(scene, integrationTypesOf(command))),
    type: InteractionType.ApplicationCommand,
    data: {
      id: command.id,
      name: command.name,
      type,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      ...(options.length > 0 && { options }),
      ...(resolved && { resolved }),
    },
  };
}

/** A command of a message's menu. */
export function buildMessageCommand(
  standIn: StandIn,
  scene: Scene,
  action: Of<"message-command">,
  unchecked: boolean,
): APIApplicationCommandInteraction {
  const type = ApplicationCommandType.Message as const;
  const command = findCommand(standIn, scene, { name: action.command, type, unchecked });
  const shown = standIn.messages.find(action.message);
  if (!shown || shown.message.channel_id !== scene.location.id) {
    throw new RefusedAct("This message is not here.");
  }
  const isPrivate = ((shown.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (isPrivate && !unchecked) throw new RefusedAct("Private messages have no commands.");
  return {
    ...surroundings(standIn, scene, ownersOf(scene, integrationTypesOf(command))),
    type: InteractionType.ApplicationCommand,
    data: {
      id: command.id,
      name: command.name,
      type,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      target_id: shown.message.id,
      resolved: { messages: { [shown.message.id]: shown.message } },
    },
  };
}

/** A keystroke in an option that has autocomplete. */
export function buildAutocomplete(
  standIn: StandIn,
  scene: Scene,
  action: Of<"autocomplete">,
  unchecked: boolean,
): APIApplicationCommandAutocompleteInteraction {
  const type = ApplicationCommandType.ChatInput as const;
  const command = findCommand(standIn, scene, { name: action.command, type, unchecked });
  const target = targetOf(command, action);
  const options = target.options.flatMap((option) => {
    const value = action.options[option.name];
    const focused = option.name === action.focused;
    if (value === undefined && !focused) return [];
    return [typed(option.name, option.type, value, focused)];
  });
  const focused = target.options.find(({ name }) => name === action.focused);
  if (!focused || !("autocomplete" in focused) || !focused.autocomplete) {
    throw new RefusedAct(`"${action.focused}" has no autocomplete.`);
  }
  return {
    ...surroundings(standIn, scene, ownersOf(scene, integrationTypesOf(command))),
    type: InteractionType.ApplicationCommandAutocomplete,
    data: {
      id: command.id,
      name: command.name,
      type,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      options: nest(target, options),
    },
  };
}

type Typed =
  APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommandAutocomplete>;

/** What stands in an option while somebody types: a number may still be half a number, so it is sent as text. */
function typed(
  name: string,
  type: ApplicationCommandOptionType,
  value: string | number | boolean | undefined,
  focused: boolean,
): Typed {
  const mark = focused && { focused: true as const };
  switch (type) {
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return { name, type, value: String(value ?? ""), ...mark };
    case ApplicationCommandOptionType.Boolean:
      return { name, type, value: value === true };
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Mentionable:
      return { name, type, value: String(value ?? "") };
    default:
      return {
        name,
        type: ApplicationCommandOptionType.String,
        value: String(value ?? ""),
        ...mark,
      };
  }
}

interface Nested<Option> {
  name: string;
  type: ApplicationCommandOptionType.Subcommand;
  options: Option[];
}

interface NestedTwice<Option> {
  name: string;
  type: ApplicationCommandOptionType.SubcommandGroup;
  options: Nested<Option>[];
}

/** Puts options into their subcommand, and that into its group. */
function nest<Option>(
  { path }: Target,
  options: Option[],
): Option[] | (Nested<Option> | NestedTwice<Option>)[] {
  const [outer, inner] = path;
  if (!outer) return options;
  const type = ApplicationCommandOptionType.Subcommand as const;
  if (outer.type === type) return [{ name: outer.name, type, options }];
  const below = inner ? [{ name: inner.name, type, options }] : [];
  return [{ name: outer.name, type: outer.type, options: below }];
}
