import { make, refill } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";
import type { PageState } from "../state/model.ts";

const SECOND_MS = 1000;

/** The line on top that says when something is not as it should be: no connection, or no bot. */
export function createBanner(retry: () => void) {
  const element = make("div", { class: "banner", role: "status", hidden: true });
  const text = make("span");
  const button = make(
    "button",
    { type: "button", class: "banner-button", on: { click: retry } },
    "Try now",
  );
  let shown: PageState | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function draw() {
    if (!shown) return;
    const { link, server } = shown;
    const lost = link.status !== "open";
    element.hidden = !lost && server.bot.online;
    element.classList.toggle("lost", lost);
    if (link.status === "lost") {
      const seconds = Math.max(0, Math.ceil((link.retryAt - Date.now()) / SECOND_MS));
      refill(text, `The playground does not answer. Trying again in ${seconds} s.`);
    } else if (lost) refill(text, "Connecting to the playground…");
    else
      refill(
        text,
        el("strong", {}, server.bot.name),
        " is offline: commands will not be answered until it is back.",
      );
    button.hidden = link.status !== "lost";
  }

  element.append(text, button);
  return {
    element,
    update(state: PageState) {
      shown = state;
      clearInterval(timer);
      if (state.link.status === "lost") timer = setInterval(draw, SECOND_MS);
      draw();
    },
  };
}
