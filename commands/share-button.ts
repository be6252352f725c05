import { ButtonStyle } from "discord.js";
import type { Caller, ComponentCall } from "../src/discord/command.ts";
import { button } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import type { Fact } from "../src/knowledge/fact.ts";

/** How far sharing has come. In the bot's own direct messages there is nobody to share with. */
export type Share = "none" | (typeof SHARES)[number];

export function shareFor(caller: Caller): Share {
  return caller.inBotDm ? "none" : "offered";
}

/** As the button on the message says. */
export function shownShare(key: string, { message }: ComponentCall): Share {
  const shown = message.findButton(key, "share");
  if (!shown) return "none";
  const labels = Object.entries(SHARE_LABELS);
  const [state] = labels.find(([, label]) => label === shown.label) ?? [];
  return SHARES.find((share) => share === state) ?? "offered";
}

const SHARES = ["offered", "sharing", "shared", "kept-private"] as const;

const SHARE_LABELS = {
  offered: "Share",
  sharing: "Sharing…",
  shared: "Shared",
  "kept-private": "Not shared: Discord keeps answers private here",
} as const;

/** The button that shares a fact, or says how far that has come. */
export function shareButton(key: string, fact: Fact, share: Share) {
  if (share === "none") return [];
  const id = customId(key, "share", fact.id);
  const disabled = share !== "offered";
  return [button(id, SHARE_LABELS[share], { style: ButtonStyle.Primary, disabled })];
}
