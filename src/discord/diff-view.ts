import type { APIEmbed } from "discord.js";
import { COLOURS } from "./colours.ts";
import type { MessageBody } from "./command.ts";
import { DISCORD_LIMITS } from "./limits.ts";

/** What changed, as lines that begin with `-`, `+` or a space, under a title. */
export interface ShownDiff {
  readonly title: string;
  readonly diff: string;
  /** Its name as a file, where it does not fit. */
  readonly fileName: string;
}

/** The message with the differences below it: each as a coloured block where it fits, as a file where it does not. */
export function withDiffs(message: MessageBody, diffs: readonly ShownDiff[]): MessageBody {
  const embeds = [...(message.embeds ?? [])];
  const files = [...(message.files ?? [])];
  for (const { title, diff, fileName } of diffs) {
    const embed = { title, description: block(diff), color: COLOURS.blurple };
    const used = [...embeds, embed].reduce((sum, shown) => sum + embedLength(shown), 0);
    const fits = embed.description.length <= DISCORD_LIMITS.embedDescriptionMax;
    if (fits && used <= DISCORD_LIMITS.embedsTotalMax) embeds.push(embed);
    else files.push({ name: fileName, text: `${diff}\n` });
  }
  return { ...message, embeds, files };
}

/** What counts towards the limit over all embeds of a message. */
function embedLength({ title = "", description = "", footer, fields = [] }: APIEmbed): number {
  const texts = [title, description, footer?.text ?? ""];
  const inFields = fields.flatMap(({ name, value }) => [name, value]);
  return [...texts, ...inFields].reduce((sum, text) => sum + text.length, 0);
}

/** Nothing in the text ends the block: backticks side by side are kept apart by a space of no width. */
function block(diff: string): string {
  return `\`\`\`diff\n${diff.replace(/`(?=`)/g, "`\u200b")}\n\`\`\``;
}
