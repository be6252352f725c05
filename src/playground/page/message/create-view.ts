import { createSelect } from "../dom/select.ts";
import { optionsOf } from "../modal/select-field.ts";
import type { PageState } from "../state/model.ts";
import type { View } from "./view.ts";

export type Choose = (message: string, customId: string, values: readonly string[]) => void;

/** The world around the messages as it is now. */
export function createView(state: PageState, choose: Choose): View {
  const { people, places, bot } = state.server;
  const avatars = new Map([...people, bot].map(({ id, avatar }) => [id, avatar]));
  const names = new Map([...people, bot].map(({ id, name }) => [id, name]));
  let selects = 0;
  return {
    me: state.as,
    names: {
      person: (id) => names.get(id),
      place: (id) => places.find((place) => place.id === id)?.name,
    },
    avatar: (author) => avatars.get(author),
    local: localAddress,
    select: (component, message) =>
      createSelect({
        id: `select-${message}-${selects++}`,
        label: component.placeholder ?? "Menu",
        placeholder: component.placeholder ?? "Make a selection",
        options: optionsOf(component, { people, places }),
        least: component.min_values ?? 1,
        most: component.max_values ?? 1,
        disabled: component.disabled ?? false,
        chosen: (values) => choose(message, component.custom_id, values),
      }).element,
  };
}

/** `localhost` and `127.0.0.1` are the same server, but not the same origin. */
function localAddress(url: string): string | undefined {
  if (url.startsWith("data:image/")) return url;
  if (!URL.canParse(url, location.origin)) return undefined;
  const { hostname, port, pathname, search } = new URL(url, location.origin);
  const loopback = hostname === "127.0.0.1" || hostname === "localhost";
  return loopback && port === location.port ? pathname + search : undefined;
}
