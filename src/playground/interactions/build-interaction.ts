import type { APIInteraction } from "discord-api-types/v10";
import type { Action } from "../protocol.ts";
import type { StandIn } from "../rest/stand-in.ts";
import type { InteractionRecord } from "../state/interaction-record.ts";
import { buildAutocomplete, buildCommand, buildMessageCommand } from "./build-command.ts";
import { buildComponent } from "./build-component.ts";
import { buildModalSubmit } from "./build-modal-submit.ts";
import type { Scene } from "./surroundings.ts";

/** What a person does that concerns the bot. */
export type InteractionAction = Exclude<Action, { readonly type: "say" }>;

export interface HowToAct {
  /** Sends what a modified client could: commands that are not offered, components that are not there, values out of bounds. */
  readonly unchecked?: boolean;
  /** Sent instead of a modal's own custom id. */
  readonly customId?: string;
}

export interface BuiltInteraction {
  readonly interaction: APIInteraction;
  /** What opened the modal that is sent off. */
  readonly opener?: InteractionRecord;
}

/** The interaction that Discord makes of an act. Refuses what a client would not let the person do. */
export function buildInteraction(
  standIn: StandIn,
  scene: Scene,
  action: InteractionAction,
  { unchecked = false, customId }: HowToAct,
): BuiltInteraction {
  switch (action.type) {
    case "command":
      return { interaction: buildCommand(standIn, scene, action, unchecked) };
    case "message-command":
      return { interaction: buildMessageCommand(standIn, scene, action, unchecked) };
    case "autocomplete":
      return { interaction: buildAutocomplete(standIn, scene, action, unchecked) };
    case "component":
      return { interaction: buildComponent(standIn, scene, action, unchecked) };
    case "modal":
      return buildModalSubmit(standIn, scene, action, { unchecked, customId });
  }
}
