import { type InteractionReplyOptions, MessageFlags } from "discord.js";
import type { MessageBody } from "./command.ts";

interface Options {
  readonly private?: boolean;
  readonly mention?: string;
}

function attached(message: MessageBody) {
  return (message.files ?? []).map((file) => ({
    name: file.name,
    attachment: Buffer.from(file.text, "utf8"),
  }));
}

/**
 * A message as discord.js sends it. Mentions are off except the one that was asked for, and links in the text are not
 * unfurled into embeds of other sites.
 */
export function toPayload(message: MessageBody, options: Options = {}) {
  return {
    ...(message.content === undefined ? {} : { content: message.content }),
    embeds: [...(message.embeds ?? [])],
    components: [...(message.components ?? [])],
    files: attached(message),
    allowedMentions: { parse: [], users: options.mention === undefined ? [] : [options.mention] },
    ...(options.private ? { flags: MessageFlags.Ephemeral as const } : {}),
  } satisfies InteractionReplyOptions;
}

/** The same for a change of a message: what it does not name goes away. */
export function toEdit(message: MessageBody) {
  return {
    content: message.content ?? "",
    embeds: [...(message.embeds ?? [])],
    components: [...(message.components ?? [])],
    files: attached(message),
    attachments: [],
    allowedMentions: { parse: [] },
  };
}
