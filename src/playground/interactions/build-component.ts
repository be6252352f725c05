import {
  type APIMessageComponentInteraction,
  type APIMessageComponentInteractionData,
  ComponentType,
  InteractionType,
} from "discord-api-types/v10";
import type { Action, ShownMessage } from "../protocol.ts";
import type { StandIn } from "../rest/stand-in.ts";
import { type AnyComponent, walkComponents } from "../rules/walk-components.ts";
import { RefusedAct } from "./refused-act.ts";
import { createResolver } from "./resolve.ts";
import { ownersOf, type Scene, surroundings } from "./surroundings.ts";

type ComponentAction = Action & { readonly type: "component" };

/** A press on a button, or a choice from a menu. */
export function buildComponent(
  standIn: StandIn,
  scene: Scene,
  action: ComponentAction,
  unchecked: boolean,
): APIMessageComponentInteraction {
  const { message } = findMessage(standIn, scene, action.message, unchecked);
  const component = walkComponents(message.components)
    .map((found) => found.component)
    .find((one) => "custom_id" in one && one.custom_id === action.customId);
  if (!unchecked) refuseUnusable(component, action);
  // A message says by whose leave the bot made it, and what comes of it is by the same leave.
  const owners = message.interaction_metadata?.authorizing_integration_owners;
  return {
    ...surroundings(standIn, scene, owners ?? ownersOf(scene, [0, 1])),
    type: InteractionType.MessageComponent,
    message,
    data: dataOf(standIn, scene, action, component),
  };
}

function findMessage(
  standIn: StandIn,
  { person, location }: Scene,
  id: string,
  unchecked: boolean,
): ShownMessage {
  const shown = standIn.messages.find(id);
  const isSeen =
    shown?.message.channel_id === location.id && (shown.onlyFor ?? person.id) === person.id;
  if (shown && (isSeen || unchecked)) return shown;
  throw new RefusedAct("This message is not here.");
}

function refuseUnusable(
  component: AnyComponent | undefined,
  { customId, values }: ComponentAction,
): void {
  if (!component) throw new RefusedAct(`The message has no component "${customId}".`);
  if ("disabled" in component && component.disabled) {
    throw new RefusedAct(`"${customId}" is disabled.`);
  }
  if (component.type === ComponentType.Button) return;
  const chosen = values ?? [];
  const { min_values = 1, max_values = 1, options = [] } = { ...NO_BOUNDS, ...component };
  if (chosen.length < min_values || chosen.length > max_values) {
    throw new RefusedAct(`"${customId}" takes ${min_values} to ${max_values} values.`);
  }
  if (component.type !== ComponentType.StringSelect) return;
  const strange = chosen.find((value) => !options.some((option) => option.value === value));
  if (strange !== undefined) throw new RefusedAct(`"${customId}" has no option "${strange}".`);
}

const NO_BOUNDS: {
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly { readonly value: string }[];
} = {};

function dataOf(
  standIn: StandIn,
  scene: Scene,
  { customId, values }: ComponentAction,
  component: AnyComponent | undefined,
): APIMessageComponentInteractionData {
  const custom_id = customId;
  const chosen = [...(values ?? [])];
  const resolver = createResolver(standIn, scene);
  switch (component?.type) {
    case ComponentType.UserSelect: {
      chosen.forEach(resolver.user);
      const { users = {}, members = {} } = resolver.resolved() ?? {};
      return {
        custom_id,
        component_type: component.type,
        values: chosen,
        resolved: { users, members },
      };
    }
    case ComponentType.RoleSelect: {
      chosen.forEach(resolver.role);
      const { roles = {} } = resolver.resolved() ?? {};
      return { custom_id, component_type: component.type, values: chosen, resolved: { roles } };
    }
    case ComponentType.ChannelSelect: {
      chosen.forEach(resolver.channel);
      const { channels = {} } = resolver.resolved() ?? {};
      return { custom_id, component_type: component.type, values: chosen, resolved: { channels } };
    }
    case ComponentType.MentionableSelect: {
      chosen.forEach(resolver.mentionable);
      return {
        custom_id,
        component_type: component.type,
        values: chosen,
        resolved: resolver.resolved() ?? {},
      };
    }
    case ComponentType.StringSelect:
      return { custom_id, component_type: component.type, values: chosen };
    default:
      // A modified client may send what no message has: with values it stands for a menu.
      if (values) return { custom_id, component_type: ComponentType.StringSelect, values: chosen };
      return { custom_id, component_type: ComponentType.Button };
  }
}
