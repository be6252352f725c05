import type { APIAttachment } from "discord-api-types/v10";
import { icon } from "../dom/icons.ts";
import { el, type Tree } from "../dom/tree.ts";
import { picture } from "./picture.ts";
import type { View } from "./view.ts";

const KIB = 1024;

export function attachmentView(attachment: APIAttachment, view: View): Tree {
  const { filename, url, size, content_type, description } = attachment;
  if (content_type?.startsWith("image/"))
    return picture(url, description ?? filename, "attached-image", view);
  const href = view.local(url);
  return el(
    "div",
    { class: "attached-file" },
    icon("file", 28),
    el(
      "div",
      { class: "attached-file-text" },
      href === undefined
        ? el("span", {}, filename)
        : el("a", { class: "link", href, download: filename }, filename),
      el("span", { class: "dim" }, bytes(size)),
    ),
  );
}

function bytes(count: number): string {
  if (count < KIB) return `${count} bytes`;
  return count < KIB * KIB
    ? `${(count / KIB).toFixed(2)} KB`
    : `${(count / KIB / KIB).toFixed(2)} MB`;
}
