import {
  type APIMessage,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from "discord-api-types/v10";
import type { ShownMessage } from "../protocol.ts";
import type { InteractionRecord } from "../state/interaction-record.ts";
import { timestampOf } from "../state/snowflakes.ts";
import { userOf } from "../world/objects.ts";
import { type Built, buildContent, type Draft } from "./build-message.ts";
import { refusals } from "./discord-error.ts";
import type { StandIn } from "./stand-in.ts";

/** Flags of an interaction's new message that a request chooses. */
function flagsFor(record: InteractionRecord, flags: number | null | undefined): number {
  return record.alwaysPrivate ? (flags ?? 0) | MessageFlags.Ephemeral : (flags ?? 0);
}

/** Posts an answer to the interaction: its first response or a follow-up. */
export function postAnswer(standIn: StandIn, record: InteractionRecord, draft: Draft): APIMessage {
  const body = { ...draft.body, flags: flagsFor(record, draft.body.flags) };
  const channel = record.action.in;
  return keepAnswer(standIn, record, buildContent(standIn, channel, { ...draft, body }));
}

/** Posts "thinking…", which the first follow-up or edit fills in. */
export function postLoading(
  standIn: StandIn,
  record: InteractionRecord,
  flags: number | null | undefined,
): APIMessage {
  const chosen = flagsFor(record, (flags ?? 0) & MessageFlags.Ephemeral);
  return keepAnswer(standIn, record, {
    content: {
      content: "",
      embeds: [],
      components: [],
      attachments: [],
      flags: chosen | MessageFlags.Loading,
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
    },
    pings: { users: [], roles: [], wide: [] },
  });
}

function keepAnswer(standIn: StandIn, record: InteractionRecord, built: Built): APIMessage {
  const id = standIn.newSnowflake();
  const { original } = record;
  const bot = standIn.directory.world.bot;
  const isPrivate = ((built.content.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const pings = [...built.pings.users, ...built.pings.roles, ...built.pings.wide];
  const message: APIMessage = {
    id,
    channel_id: record.action.in,
    author: userOf(bot, true),
    timestamp: timestampOf(id),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    application_id: standIn.applicationId,
    webhook_id: standIn.applicationId,
    interaction_metadata: {
      ...record.metadata,
      ...(original !== undefined && { original_response_message_id: original }),
    },
    ...positionOf(record),
    ...built.content,
  };
  const shown: ShownMessage = {
    message,
    answers: record.action.as,
    ...(isPrivate && { onlyFor: record.action.as }),
    ...(pings.length > 0 && { pings }),
  };
  record.responses.push(id);
  record.original ??= id;
  standIn.messages.put(shown);
  return message;
}

/** The answer to a command says so; one to a component, and a follow-up, is a reply to the message before it. */
function positionOf(record: InteractionRecord): Pick<APIMessage, "type" | "message_reference"> {
  const repliesTo = record.original ?? record.source;
  if (repliesTo === undefined) {
    const fromMenu = record.action.type === "message-command";
    return { type: fromMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand };
  }
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: record.action.in,
      message_id: repliesTo,
    },
  };
}

/** Changes a message, and keeps what the request does not name. An edit notifies nobody. */
export function editMessage(standIn: StandIn, id: string, draft: Draft): APIMessage {
  const shown = standIn.messages.find(id);
  if (!shown) throw refusals.unknown("Message");
  const { message } = shown;
  const { content } = buildContent(standIn, message.channel_id, draft, message);
  const wasLoading = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const edited: APIMessage = {
    ...message,
    ...content,
    edited_timestamp: wasLoading ? null : new Date().toISOString(),
  };
  standIn.messages.put({ ...shown, message: edited });
  return edited;
}

export function isLoading(standIn: StandIn, id: string | undefined): id is string {
  const flags = id === undefined ? 0 : (standIn.messages.find(id)?.message.flags ?? 0);
  return (flags & MessageFlags.Loading) !== 0;
}

/** Whether the interaction came from a component or from a modal that a component opened. */
export function standsOnMessage({ interaction, source }: InteractionRecord): boolean {
  const { type } = interaction;
  return (
    source !== undefined &&
    (type === InteractionType.MessageComponent || type === InteractionType.ModalSubmit)
  );
}
