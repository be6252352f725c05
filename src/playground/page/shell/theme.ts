import { icon } from "../dom/icons.ts";
import { make, refill } from "../dom/mount.ts";

const KEY = "playground-theme";
type Theme = "light" | "dark";

/** The switch between light and dark: as the system has it, until somebody chooses. The choice is remembered. */
export function createThemeSwitch(): HTMLElement {
  const system = matchMedia("(prefers-color-scheme: light)");
  const button = make("button", { type: "button", class: "icon-button", on: { click: toggle } });
  let chosen = remembered();

  function current(): Theme {
    return chosen ?? (system.matches ? "light" : "dark");
  }

  function toggle() {
    chosen = current() === "light" ? "dark" : "light";
    localStorage.setItem(KEY, chosen);
    apply();
  }

  function apply() {
    const other = current() === "light" ? "dark" : "light";
    document.documentElement.style.colorScheme = current();
    button.setAttribute("aria-label", `Switch to the ${other} theme`);
    button.title = `Switch to the ${other} theme`;
    refill(button, icon(other === "light" ? "sun" : "moon"));
  }

  system.addEventListener("change", apply);
  apply();
  return button;
}

function remembered(): Theme | undefined {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : undefined;
}
