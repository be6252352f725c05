import type { APIApplicationCommand } from "discord-api-types/v10";
import { openMenu } from "../dom/menu.ts";
import type { Row } from "../state/timeline.ts";

/** Where a menu opens: beside an element, or where the pointer is. The focus returns to the element. */
export interface MenuAnchor {
  readonly at: HTMLElement;
  readonly anchor?: DOMRect | undefined;
}

/** The menu of a message: what one can do with it, and the bot's commands for messages under "Apps". */
export function openMessageMenu(
  { at, anchor }: MenuAnchor,
  row: Row,
  commands: readonly APIApplicationCommand[],
  listeners: {
    run(command: APIApplicationCommand): void;
    inspect(): void;
    copy(text: string): void;
  },
): void {
  const own = [{ label: "Raw payload", pick: listeners.inspect }];
  if (row.kind !== "message") {
    openMenu(at, "Message", [{ items: own }], anchor);
    return;
  }
  const { message } = row.shown;
  const apps = commands.map((command) => ({
    label: command.name,
    pick: () => listeners.run(command),
  }));
  const copies = [
    { label: "Copy text", pick: () => listeners.copy(message.content) },
    { label: "Copy message ID", pick: () => listeners.copy(message.id) },
  ];
  openMenu(
    at,
    "Message",
    [{ heading: "Apps", items: apps }, { items: [...copies, ...own] }],
    anchor,
  );
}
