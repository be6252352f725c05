import type { Place } from "../../protocol.ts";
import { refill } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";

/** What stands at the beginning of a place: where one is, and how to begin. */
export function fillWelcome(element: HTMLElement, place: Place | undefined, bot: string): void {
  const name = place?.kind === "guild" ? `#${place.name}` : (place?.name ?? "");
  refill(
    element,
    el("h2", {}, place?.kind === "guild" ? `Welcome to ${name}!` : name),
    el("p", {}, "Type ", el("kbd", {}, "/"), ` to see what ${bot} can do here.`),
  );
}
