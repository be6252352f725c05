import { el, type Tree } from "../dom/tree.ts";
import { link, safeUrl } from "../markdown/link.ts";
import type { View } from "./view.ts";

/** A picture, or a link in a frame for one that lies elsewhere: the page loads nothing from outside. */
export function picture(url: string, alt: string, className: string, view: View): Tree {
  const src = view.local(url);
  if (src !== undefined) return el("img", { class: className, src, alt, loading: "lazy" });
  const host = safeUrl(url) ? new URL(url).host : url;
  return el("span", { class: `${className} elsewhere` }, link(url, "link", `Picture on ${host}`));
}
