import { COLOURS } from "../src/discord/colours.ts";
import type { MessageBody } from "../src/discord/command.ts";
import { button, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { pageEmbed } from "../src/discord/markdown-page.ts";
import { count, longDate } from "../src/discord/text.ts";
import { DAY_MS } from "../src/knowledge/day-ms.ts";
import type { BotStatus, CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";

const KEY = "about";

/** `/about`: how much is known, how fresh it is, what can be typed, what is kept of whom, and how the bot is doing. */
export const createAboutCommand: CreateCommand = (deps) => {
  const { base, gaps, now, staleAfterDays, status, privacy } = deps;

  function about(): MessageBody {
    const since = new Date(now() - staleAfterDays * DAY_MS).toISOString().slice(0, 10);
    const { facts, current, checkedSince, newest } = base.freshness(since);
    const releases = base.listReleases();
    const { commandIds, dataVersion, version } = status();
    const mention = (name: string) => {
      const id = commandIds.get(name);
      return id === undefined ? `\`/${name}\`` : `</${name}:${id}>`;
    };
    return {
      embeds: [
        {
          title: "Facts on Rust in the Linux kernel",
          description: [
            "No answer is generated when you ask: each is a short text that is kept with its sources and the day it was checked.",
            `${mention("ask")} a question in your own words, post a ${mention("fact")} for others, browse ${mention("topics")}, see what a kernel ${mention("release")} brought, or take a ${mention("random")} one. Something missing or wrong? ${mention("suggest")} it. On a message: Apps → **Find Rust for Linux facts**.`,
          ].join("\n\n"),
          color: COLOURS.rust,
          fields: [
            {
              name: "Knowledge",
              value: `${count(facts, "fact")} in ${count(base.listTopics().length, "topic")}, on Linux ${releases.at(-1)?.version ?? "?"} to ${releases[0]?.version ?? "?"}`,
            },
            {
              name: "Freshness",
              value: `newest check ${longDate(newest)}; ${checkedSince} of ${current} current facts checked in the last ${count(staleAfterDays, "day")}`,
            },
            {
              name: "Privacy",
              value: [
                "The bot cannot read messages: it sees only what is typed into its commands, and the one message that its message command is called on.",
                `Questions without an answer are ${gaps ? "counted without names" : "not counted"}. Suggestions and reports keep their author's id until 30 days after the outcome; a “Helpful” keeps nobody's.`,
              ].join("\n"),
            },
            { name: "Health", value: health(status()) },
            {
              name: "More",
              value:
                "[rust-for-linux.com](https://rust-for-linux.com) · [kernel documentation](https://docs.kernel.org/rust/)",
            },
          ],
          footer: { text: `version ${version} · data ${dataVersion}` },
        },
      ],
      components: rows([button(customId(KEY, "privacy"), "What is kept about you")]),
    };
  }

  const privacyPage = { ...pageEmbed(privacy), color: COLOURS.rust };

  return {
    key: KEY,
    scope: "everybody",
    data: { ...EVERYWHERE, name: "about", description: "What this bot knows, and how it is doing" },
    execute: () => ({ type: "reply", private: true, message: about() }),
    component: () => ({ type: "reply", private: true, message: { embeds: [privacyPage] } }),
  };
};

function health({ startedAt, gatewayPingMs }: BotStatus): string {
  const ping = gatewayPingMs === undefined ? "" : `, gateway ${gatewayPingMs} ms away`;
  return `up since <t:${Math.floor(startedAt / 1_000)}:R>${ping}`;
}
