import type { APIEmbed } from "discord-api-types/v10";
import { type Violation, violation } from "../validation/violation.ts";
import type { MessageSubject } from "./message-rules.ts";
import type { Rule } from "./rule.ts";

const LIMITS = "https://discord.com/developers/docs/resources/message#embed-object-embed-limits";
const SEEN = "seen in Discord's answers";
const EMBEDS_MAX_CHARACTERS = 6_000;

type Path = readonly (string | number)[];

/** What Discord asks of embeds and its OpenAPI description does not say. */
export const EMBED_RULES: readonly Rule<MessageSubject>[] = [
  {
    name: "all embeds of a message hold at most 6,000 characters together",
    source: LIMITS,
    check({ body }) {
      const size = (body.embeds ?? []).reduce((sum, embed) => sum + sizeOf(embed), 0);
      if (size <= EMBEDS_MAX_CHARACTERS) return [];
      const message = `Embed size exceeds maximum size of ${EMBEDS_MAX_CHARACTERS} (${size})`;
      return [violation(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", message)];
    },
  },
  {
    name: "an embed is not empty",
    source: SEEN,
    check: eachEmbed((embed, at) => (hasContent(embed) ? [] : [required([...at, "description"])])),
  },
  {
    name: "a field of an embed has a name and a value",
    source:
      "https://discord.com/developers/docs/resources/message#embed-object-embed-field-structure",
    check: eachEmbed((embed, at) =>
      (embed.fields ?? []).flatMap(({ name, value }, index) => [
        ...requiredText(name, [...at, "fields", index, "name"]),
        ...requiredText(value, [...at, "fields", index, "value"]),
      ]),
    ),
  },
  {
    name: "the footer of an embed has a text, and its author a name",
    source:
      "https://discord.com/developers/docs/resources/message#embed-object-embed-footer-structure",
    check: eachEmbed(({ footer, author }, at) => [
      ...(footer ? requiredText(footer.text, [...at, "footer", "text"]) : []),
      ...(author ? requiredText(author.name, [...at, "author", "name"]) : []),
    ]),
  },
  {
    name: "links of an embed are http or https",
    source: SEEN,
    check: eachEmbed(({ url, author }, at) => [
      ...scheme(url, [...at, "url"], WEB),
      ...scheme(author?.url, [...at, "author", "url"], WEB),
    ]),
  },
  {
    name: "pictures of an embed are http, https or an attachment",
    source:
      "https://discord.com/developers/docs/resources/message#embed-object-embed-image-structure",
    check: eachEmbed((embed, at) =>
      pictures(embed).flatMap(([path, url]) => scheme(url, [...at, ...path], WEB_OR_ATTACHMENT)),
    ),
  },
  {
    name: "a picture from an attachment names a file of the message",
    source:
      "https://discord.com/developers/docs/reference#editing-message-attachments-using-attachments-within-embeds",
    check: ({ body, fileNames }) =>
      (body.embeds ?? []).flatMap((embed, index) =>
        pictures(embed)
          .filter(([, url]) => url?.startsWith(ATTACHMENT) && !fileNames.includes(nameIn(url)))
          .map(([path]) =>
            violation(["embeds", index, ...path], "ATTACHMENT_NOT_FOUND", "No such attachment."),
          ),
      ),
  },
];

const ATTACHMENT = "attachment://";
const WEB = ["http:", "https:"];
const WEB_OR_ATTACHMENT = [...WEB, "attachment:"];

function nameIn(url: string): string {
  return url.slice(ATTACHMENT.length);
}

function eachEmbed(check: (embed: APIEmbed, at: Path) => readonly Violation[]) {
  return ({ body }: MessageSubject) =>
    (body.embeds ?? []).flatMap((embed, index) => check(embed, ["embeds", index]));
}

function sizeOf({ title, description, fields, footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name];
  const inFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...inFields].reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);
}

/** A colour, a timestamp or a link alone shows nothing. */
function hasContent(embed: APIEmbed): boolean {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  return (
    texts.some((text) => text?.trim()) ||
    (embed.fields ?? []).length > 0 ||
    Boolean(embed.image ?? embed.thumbnail)
  );
}

function pictures(embed: APIEmbed): readonly (readonly [Path, string | null | undefined])[] {
  return [
    [["image", "url"], embed.image?.url],
    [["thumbnail", "url"], embed.thumbnail?.url],
    [["author", "icon_url"], embed.author?.icon_url],
    [["footer", "icon_url"], embed.footer?.icon_url],
  ];
}

function requiredText(text: string | null | undefined, path: Path): readonly Violation[] {
  return text?.trim() ? [] : [required(path)];
}

function required(path: Path): Violation {
  return violation(path, "BASE_TYPE_REQUIRED", "This field is required");
}

/** Refuses a URL of another scheme; none at all is fine. */
export function scheme(
  url: string | null | undefined,
  path: Path,
  allowed: readonly string[],
): readonly Violation[] {
  if (!url || allowed.some((start) => url.toLowerCase().startsWith(`${start}//`))) return [];
  const names = allowed.map((name) => `'${name.slice(0, -1)}'`).join(", ");
  return [violation(path, "URL_TYPE_INVALID_SCHEME", `Scheme must be one of (${names}).`)];
}
