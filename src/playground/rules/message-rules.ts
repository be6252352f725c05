import { MessageFlags } from "discord-api-types/v10";
import { EMPTY_MESSAGE } from "../rest/discord-error.ts";
import type { MessageBody } from "../validation/bodies.ts";
import { violation } from "../validation/violation.ts";
import { COMPONENT_RULES } from "./component-rules.ts";
import { EMBED_RULES } from "./embed-rules.ts";
import type { Rule } from "./rule.ts";

/** A message in question. */
export interface MessageSubject {
  /** As it will be: for an edit, what the message has and the edit does not name is filled in. */
  readonly body: MessageBody;
  /** All files that it will have. */
  readonly fileNames: readonly string[];
  /** Ids that its `attachments` may name: places in the list of uploads, and files that it already has. */
  readonly attachmentIds: readonly string[];
  /** The flags that it has, when it is changed. */
  readonly flagsBefore?: number;
}

const MESSAGE = "https://discord.com/developers/docs/resources/message";
const CONTENT_MAX_LENGTH = 2_000;

/** Flags that a request may set. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

/** What Discord asks of messages and its OpenAPI description does not say. */
export const MESSAGE_RULES: readonly Rule<MessageSubject>[] = [
  {
    name: "the text of a bot's message has at most 2,000 characters",
    source: `${MESSAGE}#create-message`,
    check({ body }) {
      if ((body.content ?? "").length <= CONTENT_MAX_LENGTH) return [];
      const message = `Must be ${CONTENT_MAX_LENGTH} or fewer in length.`;
      return [violation(["content"], "BASE_TYPE_MAX_LENGTH", message)];
    },
  },
  {
    name: "a message is not empty",
    source: `${MESSAGE}#create-message (50006)`,
    check({ body, fileNames }) {
      const { content, embeds, components, poll } = body;
      const something =
        content?.trim() || embeds?.length || components?.length || poll || fileNames.length > 0;
      if (something) return [];
      return [violation([], EMPTY_MESSAGE, "Cannot send an empty message")];
    },
  },
  {
    name: "allowed mentions do not list what they allow all of",
    source: `${MESSAGE}#allowed-mentions-object`,
    check({ body: { allowed_mentions: allowed } }) {
      return (["users", "roles"] as const)
        .filter((kind) => allowed?.[kind]?.length && allowed.parse?.some((one) => one === kind))
        .map((kind) =>
          violation(
            ["allowed_mentions"],
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        );
    },
  },
  {
    name: "only flags that bots may set are set",
    source: `${MESSAGE}#message-object-message-flags`,
    check({ body: { flags } }) {
      if (((flags ?? 0) & ~SETTABLE) === 0) return [];
      return [violation(["flags"], "MESSAGE_FLAGS_INVALID", "These flags cannot be set.")];
    },
  },
  {
    name: "an edit does not make a message private or public",
    source:
      "https://discord.com/developers/docs/interactions/receiving-and-responding#edit-followup-message",
    check({ body: { flags }, flagsBefore }) {
      if (typeof flags !== "number" || flagsBefore === undefined) return [];
      if (((flags ^ flagsBefore) & flags & MessageFlags.Ephemeral) === 0) return [];
      return [violation(["flags"], "MESSAGE_FLAGS_INVALID", "EPHEMERAL is set when it is sent.")];
    },
  },
  {
    name: "each attachment names an uploaded file, once",
    source: "https://discord.com/developers/docs/reference#uploading-files",
    check({ body, attachmentIds }) {
      const ids = (body.attachments ?? []).map(({ id }) => id);
      return ids.flatMap((id, index) =>
        attachmentIds.includes(id) && ids.indexOf(id) === index
          ? []
          : [violation(["attachments", index, "id"], "ATTACHMENT_NOT_FOUND", "No such upload.")],
      );
    },
  },
  ...EMBED_RULES,
  ...COMPONENT_RULES,
];
