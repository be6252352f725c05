import {
  type APIComponentInLabel,
  type APIModalSubmissionComponent,
  type APIModalSubmitInteraction,
  type APIModalSubmitTextInputComponent,
  ComponentType,
  InteractionType,
  type ModalSubmitComponent,
} from "discord-api-types/v10";
import type { Action } from "../protocol.ts";
import type { StandIn } from "../rest/stand-in.ts";
import { fieldsIn } from "../rules/modal-rules.ts";
import type { InteractionRecord } from "../state/interaction-record.ts";
import type { ModalBody } from "../validation/bodies.ts";
import { refuseUnfilled } from "./modal-limits.ts";
import { RefusedAct } from "./refused-act.ts";
import { createResolver, type Resolver } from "./resolve.ts";
import { type Scene, surroundings } from "./surroundings.ts";

type ModalAction = Action & { readonly type: "modal" };
type Fields = ModalAction["fields"];

export interface ModalSubmit {
  readonly interaction: APIModalSubmitInteraction;
  /** The exchange that opened the modal. */
  readonly opener: InteractionRecord;
}

interface How {
  readonly unchecked: boolean;
  /** Sent instead of the modal's own. */
  readonly customId?: string | undefined;
}

/** A modal that a person has filled in and sent off. */
export function buildModalSubmit(
  standIn: StandIn,
  scene: Scene,
  action: ModalAction,
  { unchecked, customId }: How,
): ModalSubmit {
  const opener = standIn.exchanges.find(action.exchange);
  const modal = opener && "modal" in opener.first ? opener.first.modal : undefined;
  if (!opener || !modal) throw new RefusedAct("This exchange has opened no modal.");
  if (!unchecked) {
    if (opener.action.as !== scene.person.id)
      throw new RefusedAct("This modal is somebody else's.");
    refuseUnfilled(modal, action.fields);
  }
  const resolver = createResolver(standIn, scene);
  const components = fillIn(modal, action.fields, resolver);
  const resolved = resolver.resolved();
  const message =
    opener.source === undefined ? undefined : standIn.messages.find(opener.source)?.message;
  const owners = opener.interaction.authorizing_integration_owners;
  const interaction: APIModalSubmitInteraction = {
    ...surroundings(standIn, scene, owners),
    type: InteractionType.ModalSubmit,
    data: { custom_id: customId ?? modal.custom_id, components, ...(resolved && { resolved }) },
    ...(message && { message }),
  };
  return { interaction, opener };
}

function fillIn(
  modal: ModalBody,
  fields: Fields,
  resolver: Resolver,
): APIModalSubmissionComponent[] {
  const unknown = Object.keys(fields).find(
    (id) => !fieldsIn(modal).some(({ component }) => component.custom_id === id),
  );
  if (unknown !== undefined) throw new RefusedAct(`The modal has no field "${unknown}".`);
  let id = 0;
  const nextId = () => {
    id += 1;
    return id;
  };
  return modal.components.flatMap((component): APIModalSubmissionComponent[] => {
    switch (component.type) {
      case ComponentType.Label:
        return [
          {
            type: component.type,
            id: component.id ?? nextId(),
            component: submitted(component.component, fields, nextId(), resolver),
          },
        ];
      case ComponentType.ActionRow:
        return [
          {
            type: component.type,
            id: component.id ?? nextId(),
            components: component.components.map(({ custom_id }) =>
              text(custom_id, fields, nextId()),
            ),
          },
        ];
      case ComponentType.TextDisplay:
        return [{ type: component.type, id: component.id ?? nextId() }];
      default:
        return [];
    }
  });
}

function text(custom_id: string, fields: Fields, id: number): APIModalSubmitTextInputComponent {
  return { type: ComponentType.TextInput, id, custom_id, value: String(fields[custom_id] ?? "") };
}

function submitted(
  component: APIComponentInLabel,
  fields: Fields,
  id: number,
  resolver: Resolver,
): ModalSubmitComponent {
  const { custom_id, type } = component;
  const given = fields[custom_id];
  const values = given === undefined ? [] : [given].flat();
  switch (type) {
    case ComponentType.TextInput:
      return text(custom_id, fields, id);
    case ComponentType.UserSelect:
      values.forEach(resolver.user);
      return { type, id, custom_id, values };
    case ComponentType.RoleSelect:
      values.forEach(resolver.role);
      return { type, id, custom_id, values };
    case ComponentType.ChannelSelect:
      values.forEach(resolver.channel);
      return { type, id, custom_id, values };
    case ComponentType.MentionableSelect:
      values.forEach(resolver.mentionable);
      return { type, id, custom_id, values };
    case ComponentType.RadioGroup:
      return { type, id, custom_id, value: values[0] ?? null };
    case ComponentType.Checkbox:
      return { type, id, custom_id, value: values[0] === "true" };
    case ComponentType.FileUpload:
      throw new RefusedAct("Files cannot be uploaded to a modal here.");
    default:
      return { type, id, custom_id, values };
  }
}
