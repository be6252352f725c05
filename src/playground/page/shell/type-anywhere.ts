import { onKey } from "../dom/mount.ts";

/** As in Discord, typing while nothing has the focus goes to the composer. */
export function typeAnywhere(composer: { focus(): void }): void {
  document.addEventListener(
    "keydown",
    onKey((event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
      if (plain && document.activeElement === document.body) composer.focus();
    }),
  );
}
