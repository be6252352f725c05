import {
  type APIInteraction,
  type APIMessageInteractionMetadata,
  type APIUser,
  ApplicationCommandType,
  InteractionType,
} from "discord-api-types/v10";
import type { InteractionRecord } from "../state/interaction-record.ts";

/** What messages that answer an interaction say of it. `opener` is what opened a modal. */
export function metadataOf(
  interaction: APIInteraction,
  user: APIUser,
  opener: InteractionRecord | undefined,
): APIMessageInteractionMetadata {
  const { id, authorizing_integration_owners } = interaction;
  const base = { id, user, authorizing_integration_owners };
  if (interaction.type === InteractionType.MessageComponent) {
    return { ...base, type: interaction.type, interacted_message_id: interaction.message.id };
  }
  const trigger = opener?.metadata;
  if (interaction.type === InteractionType.ModalSubmit && trigger && !isModal(trigger)) {
    return { ...base, type: interaction.type, triggering_interaction_metadata: trigger };
  }
  const target =
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.Message
      ? { target_message_id: interaction.data.target_id }
      : {};
  return { ...base, type: InteractionType.ApplicationCommand, ...target };
}

function isModal(
  metadata: APIMessageInteractionMetadata,
): metadata is Extract<APIMessageInteractionMetadata, { triggering_interaction_metadata: object }> {
  return "triggering_interaction_metadata" in metadata;
}
