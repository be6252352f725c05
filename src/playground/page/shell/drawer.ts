import { make, onKey } from "../dom/mount.ts";

/** On a narrow screen the sidebar slides over the conversation; on a wide one it always stands beside it. */
export function createDrawer(sidebar: HTMLElement, button: HTMLElement) {
  const shade = make("div", { class: "shade", on: { click: close } });

  function set(open: boolean) {
    sidebar.classList.toggle("open", open);
    shade.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
  }

  function close() {
    set(false);
  }

  sidebar.addEventListener(
    "keydown",
    onKey((event) => {
      if (event.key !== "Escape" || !sidebar.classList.contains("open")) return;
      close();
      button.focus();
    }),
  );
  return {
    shade,
    close,
    toggle() {
      const opening = !sidebar.classList.contains("open");
      set(opening);
      if (opening) sidebar.querySelector<HTMLElement>("[aria-current]")?.focus();
    },
  };
}
