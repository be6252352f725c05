import { make } from "../dom/mount.ts";

const SHOWN_MS = 6000;

/** A line at the bottom for what has no better place, such as a refused press of a button. */
export function createToast() {
  const element = make("div", { class: "toast", role: "status", hidden: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    show(text: string) {
      clearTimeout(timer);
      element.textContent = text;
      element.hidden = false;
      timer = setTimeout(() => {
        element.hidden = true;
      }, SHOWN_MS);
    },
  };
}
