import { MessageType } from "discord-api-types/v10";
import type { ShownMessage } from "../protocol.ts";
import { timestampOf } from "../state/snowflakes.ts";
import { NO_FLAGS, userOf } from "./objects.ts";

/** A message that a person writes. */
export function messageBy(
  id: string,
  channel: string,
  person: { readonly id: string; readonly name: string },
  content: string,
): ShownMessage {
  return {
    message: {
      id,
      type: MessageType.Default,
      channel_id: channel,
      author: userOf(person),
      content,
      timestamp: timestampOf(id),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      flags: NO_FLAGS,
    },
  };
}
