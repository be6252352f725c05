import type { Person } from "../../protocol.ts";
import { icon } from "../dom/icons.ts";
import { openMenu } from "../dom/menu.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { type PageState, personNow } from "../state/model.ts";

/** Who one is, and the menu of those whom one can be instead. */
export function userButton(state: PageState, become: (person: string) => void): Tree {
  const me = personNow(state);
  return el(
    "button",
    {
      type: "button",
      class: "user-button",
      "data-key": "user",
      "aria-haspopup": "menu",
      "aria-label": `Acting as ${me?.name}, ${me?.description}. Switch person`,
      on: {
        click: ({ currentTarget }) =>
          currentTarget instanceof HTMLElement && openPeople(currentTarget, state, become),
      },
    },
    me && personContent(me),
    icon("chevron", 18),
  );
}

function openPeople(at: HTMLElement, { server, as }: PageState, become: (person: string) => void) {
  const items = server.people.map((person) => ({
    label: person.name,
    checked: person.id === as,
    content: personContent(person),
    pick: () => become(person.id),
  }));
  openMenu(at, "Act as", [{ heading: "Act as", items }]);
}

function personContent(person: Person): readonly Child[] {
  return [
    el("img", { src: person.avatar, alt: "", width: 32, height: 32 }),
    el(
      "span",
      { class: "person-text" },
      el("span", { class: "person-name" }, person.name),
      el("span", { class: "dim" }, person.description),
    ),
  ];
}
