import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  EmbedType,
  MessageFlags,
} from "discord-api-types/v10";
import { walkComponents } from "../rules/walk-components.ts";
import { checkRules, MESSAGE_RULES } from "../rules.ts";
import type { UploadedFile } from "../state/attachments.ts";
import type { MessageBody } from "../validation/bodies.ts";
import type { Violation } from "../validation/violation.ts";
import { userOf } from "../world/objects.ts";
import { refuseInvalid } from "./discord-error.ts";
import { NO_PINGS, type Pings, pingsIn } from "./mentions.ts";
import type { StandIn } from "./stand-in.ts";

/** What a request says of a message. */
export interface Draft {
  readonly body: MessageBody;
  readonly files: readonly UploadedFile[];
  /** Where the message stands in the request's body. */
  readonly at?: readonly string[];
}

export interface Built {
  readonly content: Pick<
    APIMessage,
    | "content"
    | "embeds"
    | "components"
    | "attachments"
    | "flags"
    | "mentions"
    | "mention_roles"
    | "mention_everyone"
  >;
  readonly pings: Pings;
}

/** Flags that say how a message came to be: no request changes them. */
const KEPT_FLAGS = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;

/**
 * The content of a new message, or of one that is changed: what the request does not name stays as it was.
 * Refuses what breaks Discord's rules.
 */
export function buildContent(
  standIn: StandIn,
  channel: string,
  draft: Draft,
  before?: APIMessage,
): Built {
  const { body, files } = draft;
  const keptFiles = keptAttachments(body, before);
  const whole = withBefore(body, before);
  const fileNames = [...keptFiles.map(({ filename }) => filename), ...namesOf(draft)];
  const violations = checkRules(MESSAGE_RULES, {
    body: whole,
    fileNames,
    attachmentIds: [...files.map(({ index }) => index), ...keptFiles.map(({ id }) => id)],
    ...(before && { flagsBefore: before.flags ?? 0 }),
  });
  refuseInvalid(below(draft.at ?? [], violations));

  const uploaded = files.map((file) => upload(standIn, channel, draft, file));
  const attachments = [...keptFiles, ...uploaded];
  const pings = pingsIn(textOf(whole), body.allowed_mentions);
  const mentioned = standIn.directory.world.people.filter(({ id }) => pings.users.includes(id));
  const flags = ((before?.flags ?? 0) & KEPT_FLAGS) | (body.flags ?? 0);
  return {
    content: {
      content: whole.content?.trim() ?? "",
      embeds: (whole.embeds ?? []).map((embed) => shownEmbed(embed, attachments)),
      components: stored(whole.components ?? []),
      attachments,
      flags,
      mentions: mentioned.map((person) => userOf(person)),
      mention_roles: [...pings.roles],
      mention_everyone: pings.wide.length > 0,
    },
    pings: before || (flags & MessageFlags.Ephemeral) !== 0 ? NO_PINGS : pings,
  };
}

function below(at: readonly string[], violations: readonly Violation[]): readonly Violation[] {
  return violations.map((one) => ({ ...one, path: [...at, ...one.path] }));
}

function withBefore(body: MessageBody, before: APIMessage | undefined): MessageBody {
  if (!before) return body;
  return {
    ...body,
    content: body.content === undefined ? before.content : body.content,
    embeds: body.embeds === undefined ? before.embeds : body.embeds,
    components: body.components === undefined ? (before.components ?? []) : body.components,
  };
}

/** Attachments stay unless the request lists which ones do. */
function keptAttachments(body: MessageBody, before: APIMessage | undefined): APIAttachment[] {
  const listed = body.attachments?.map(({ id }) => id);
  return (before?.attachments ?? []).filter(({ id }) => !listed || listed.includes(id));
}

function described({ body }: Draft, file: UploadedFile) {
  return (body.attachments ?? []).find(({ id }) => id === file.index);
}

function namesOf(draft: Draft): readonly string[] {
  return draft.files.map((file) => described(draft, file)?.filename ?? file.name);
}

function upload(
  standIn: StandIn,
  channel: string,
  draft: Draft,
  file: UploadedFile,
): APIAttachment {
  const about = described(draft, file);
  const named = { name: about?.filename ?? file.name, bytes: file.bytes };
  return standIn.attachments.add(channel, named, about?.description);
}

/** Text that can notify: the content and text displays, never embeds. */
function textOf({ content, components }: MessageBody): string {
  const displays = walkComponents(components).map(({ component }) =>
    component.type === ComponentType.TextDisplay ? component.content : "",
  );
  return [content ?? "", ...displays].join("\n");
}

function shownEmbed(embed: APIEmbed, attachments: readonly APIAttachment[]): APIEmbed {
  const resolve = (url: string) =>
    attachments.find(({ filename }) => url === `attachment://${filename}`)?.url ?? url;
  return {
    ...Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== null)),
    type: EmbedType.Rich,
    ...(embed.image && { image: { ...embed.image, url: resolve(embed.image.url) } }),
    ...(embed.thumbnail && {
      thumbnail: { ...embed.thumbnail, url: resolve(embed.thumbnail.url) },
    }),
    ...(embed.fields && {
      fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })),
    }),
  };
}

/** Components as Discord gives them back: with ids for those without one, and what they leave out filled in. */
function stored(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copies = structuredClone([...components]);
  walkComponents(copies).forEach(({ component }, index) => {
    component.id ??= index + 1;
    if ("custom_id" in component && component.type !== ComponentType.Button) {
      component.min_values ??= 1;
      component.max_values ??= 1;
      component.disabled ??= false;
    }
  });
  return copies;
}
