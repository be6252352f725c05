import { type Child, el, type Tree } from "../dom/tree.ts";

/** The address if a browser may be sent there; anything but http and https (`javascript:` above all) is refused. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** A link that opens in another tab, or just its text when the address is refused. */
export function link(url: string, className: string, ...children: readonly Child[]): Tree {
  const href = safeUrl(url);
  if (href === undefined) return el("span", {}, children);
  return el(
    "a",
    { class: className, href, title: href, target: "_blank", rel: "noopener noreferrer nofollow" },
    children,
  );
}
