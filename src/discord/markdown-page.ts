import type { APIEmbed } from "discord.js";
import { DISCORD_LIMITS } from "./limits.ts";
import { truncate } from "./text.ts";

/**
 * A Markdown document of headings, paragraphs and lists as an embed. Discord breaks a line wherever the text does, so
 * wrapped lines are joined.
 */
export function pageEmbed(markdown: string): APIEmbed {
  const [, title = "", body = markdown] = /^# (.+)\n([\s\S]*)$/.exec(markdown) ?? [];
  const description = body.trim().replace(/([^\n])\n *(?!\n|#|[-*] )/g, "$1 ");
  return {
    ...(title === "" ? {} : { title }),
    description: truncate(description, DISCORD_LIMITS.embedDescriptionMax),
  };
}
