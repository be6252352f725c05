import type { Place } from "../../protocol.ts";
import { type IconName, icon } from "../dom/icons.ts";
import { make, refill } from "../dom/mount.ts";
import { el, type Tree } from "../dom/tree.ts";
import { type PageState, placeNow, placesOf } from "../state/model.ts";
import { userButton } from "./user-button.ts";

export interface SidebarListeners {
  go(place: string): void;
  become(person: string): void;
}

const ICONS: Readonly<Record<Place["kind"], IconName>> = {
  guild: "hash",
  "bot-dm": "at",
  "private-channel": "lock",
};
const DIRECT = "Direct messages";

/** Servers, their channels, and below them who one is. */
export function createSidebar(listeners: SidebarListeners) {
  const rail = make("nav", { class: "rail", "aria-label": "Servers" });
  const channels = make("nav", { class: "channels", "aria-label": "Channels" });
  const panel = make("div", { class: "user-panel" });
  const element = make(
    "div",
    { class: "sidebar", id: "sidebar" },
    rail,
    make("div", { class: "channel-column" }, channels, panel),
  );
  let before: PageState | undefined;

  function update(state: PageState) {
    const changed =
      before?.as !== state.as ||
      before.in !== state.in ||
      before.server.bot !== state.server.bot ||
      before.server.people !== state.server.people;
    before = state;
    if (!changed) return;
    const focused = document.activeElement?.getAttribute("data-key");
    const here = placeNow(state)?.guild?.id;
    const groups = [...Map.groupBy(placesOf(state), (place) => place.guild?.id)];
    refill(
      rail,
      groups.map(([guild, [first]]) =>
        railButton(nameOf(first), guild, guild === here, () => first && listeners.go(first.id)),
      ),
    );
    const shown = groups.find(([guild]) => guild === here)?.[1] ?? [];
    refill(
      channels,
      el("h2", {}, nameOf(shown[0])),
      shown.map((place) => placeButton(place, state)),
    );
    refill(panel, userButton(state, listeners.become));
    if (focused) element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function placeButton(place: Place, state: PageState): Tree {
    const current = place.id === state.in;
    return el(
      "button",
      {
        type: "button",
        class: "place",
        "data-key": `place-${place.id}`,
        "aria-current": current && "page",
        on: { click: () => listeners.go(place.id) },
      },
      icon(ICONS[place.kind]),
      el("span", {}, place.name),
      place.kind === "bot-dm" && presence(state.server.bot.online),
    );
  }

  return { element, update };
}

function railButton(
  name: string,
  guild: string | undefined,
  current: boolean,
  go: () => void,
): Tree {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .join("")
    .slice(0, 3);
  return el(
    "button",
    {
      type: "button",
      class: "rail-button",
      "data-key": `rail-${guild}`,
      "aria-label": name,
      title: name,
      "aria-current": current && "true",
      on: { click: go },
    },
    guild === undefined ? icon("at", 24) : initials,
  );
}

function presence(online: boolean): Tree {
  return el("span", {
    class: online ? "presence online" : "presence",
    role: "img",
    "aria-label": online ? "online" : "offline",
  });
}

function nameOf(place: Place | undefined): string {
  return place?.guild?.name ?? DIRECT;
}
