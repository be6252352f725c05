import type { APIEmbed, APIEmbedField } from "discord-api-types/v10";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { link } from "../markdown/link.ts";
import { markdown, markdownLine } from "../markdown/render-markdown.ts";
import { messageTime } from "../markdown/timestamp.ts";
import { picture } from "./picture.ts";
import type { View } from "./view.ts";

const COLUMNS = 12;
const FIELDS_A_ROW = 3;
const FIELDS_A_ROW_BESIDE_THUMBNAIL = 2;

export function embedView(embed: APIEmbed, view: View): Tree {
  const style = embed.color === undefined ? undefined : `--accent: ${hexColor(embed.color)}`;
  return el(
    "article",
    { class: "embed", style, "aria-label": embed.title ?? "Embed" },
    el(
      "div",
      { class: embed.thumbnail ? "embed-grid beside-thumbnail" : "embed-grid" },
      embed.provider?.name && el("div", { class: "embed-provider" }, embed.provider.name),
      embed.author && author(embed.author, view),
      embed.title && title(embed.title, embed.url, view),
      embed.description &&
        el("div", { class: "embed-description markup" }, markdown(embed.description, view.names)),
      fields(embed, view),
      embed.thumbnail && picture(embed.thumbnail.url, "", "embed-thumbnail", view),
      embed.image && picture(embed.image.url, "Picture in the embed", "embed-image", view),
      footer(embed, view),
    ),
  );
}

function author({ name, url, icon_url }: NonNullable<APIEmbed["author"]>, view: View): Tree {
  return el(
    "div",
    { class: "embed-author" },
    smallPicture(icon_url, view),
    url ? link(url, "embed-author-name", name) : el("span", { class: "embed-author-name" }, name),
  );
}

function title(text: string, url: string | undefined, view: View): Tree {
  const drawn = markdownLine(text, view.names);
  return el("div", { class: "embed-title" }, url ? link(url, "link", ...drawn) : drawn);
}

function fields(embed: APIEmbed, view: View): Child {
  if (!embed.fields?.length) return undefined;
  const most = embed.thumbnail ? FIELDS_A_ROW_BESIDE_THUMBNAIL : FIELDS_A_ROW;
  const drawn = rowsOf(embed.fields, most).flatMap((row) =>
    row.map((field) => fieldView(field, row.length, view)),
  );
  return el("div", { class: "embed-fields" }, drawn);
}

/** Fields beside each other, as many as fit; one that is not inline has a row of its own. */
function rowsOf(all: readonly APIEmbedField[], most: number): APIEmbedField[][] {
  const rows: APIEmbedField[][] = [];
  for (const field of all) {
    const last = rows.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < most) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function fieldView({ name, value }: APIEmbedField, beside: number, view: View): Tree {
  return el(
    "div",
    { class: "embed-field", style: `--span: ${COLUMNS / beside}` },
    el("div", { class: "embed-field-name" }, markdownLine(name, view.names)),
    el("div", { class: "embed-field-value markup" }, markdown(value, view.names)),
  );
}

function footer({ footer: text, timestamp }: APIEmbed, view: View): Child {
  if (!text && !timestamp) return undefined;
  const parts = [text?.text, timestamp && messageTime(timestamp)].filter(Boolean).join(" • ");
  return el(
    "div",
    { class: "embed-footer" },
    smallPicture(text?.icon_url, view),
    el("span", {}, parts),
  );
}

function smallPicture(url: string | undefined, view: View): Child {
  const src = url === undefined ? undefined : view.local(url);
  return src !== undefined && el("img", { class: "embed-icon", src, alt: "" });
}

function hexColor(color: number): string {
  return `#${color.toString(16).padStart(6, "0")}`;
}
