import { ApplicationCommandOptionType } from "discord.js";
import type { MessageBody } from "../src/discord/command.ts";
import { button, factMenu, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import { PAGE_SIZE, pageOf, titleList } from "../src/discord/fact-list.ts";
import { DISCORD_LIMITS } from "../src/discord/limits.ts";
import { longDate } from "../src/discord/text.ts";
import type { ReleaseView } from "../src/knowledge/knowledge-base.ts";
import { markdownLink } from "../src/knowledge/markdown-link.ts";
import type { Release } from "../src/knowledge/release.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";

const KEY = "release";
const COLOUR = 0xd9622b;

/** `/release`: what began in a kernel release, what ended after it, its date and the tools it needs. */
export const createReleaseCommand: CreateCommand = ({ base }) => {
  function view(version: string, asked: string | number): MessageBody {
    const shown = base.getRelease(version);
    const { release, previous, next } = shown;
    const { items, page, pages } = pageOf([...shown.began, ...shown.ended], asked);
    const began = shown.began.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    const ended = items.filter((fact) => !began.includes(fact));
    const to = (target: Release) => customId(KEY, "show", target.version, 0);
    const turn = (at: number) => customId(KEY, "page", release.version, at);
    return {
      embeds: [
        {
          title: `Linux ${release.version}`,
          description: [
            headline(shown),
            began.length > 0 ? `**Began in ${release.version}**\n${titleList(began)}` : "",
            ended.length > 0 ? `**Ended after ${release.version}**\n${titleList(ended)}` : "",
            items.length === 0 ? "No fact here begins or ends with this release." : "",
          ]
            .filter(Boolean)
            .join("\n\n"),
          color: COLOUR,
          ...(pages > 1 ? { footer: { text: `page ${page + 1} of ${pages}` } } : {}),
        },
      ],
      components: rows(
        items.length > 0 ? [factMenu(customId(KEY, "open"), "Open a fact", items)] : [],
        pages > 1
          ? [
              button(turn(page - 1), "Previous page", { disabled: page === 0 }),
              button(turn(page + 1), "Next page", { disabled: page === pages - 1 }),
            ]
          : [],
        [
          ...(previous ? [button(to(previous), `← Linux ${previous.version}`)] : []),
          ...(next ? [button(to(next), `Linux ${next.version} →`)] : []),
        ],
      ),
    };
  }

  function matchingReleases(typed: string): readonly Release[] {
    const wanted = typed.trim().replace(/^(?:linux\s*)?v?/i, "");
    return base.listReleases().filter((release) => release.version.startsWith(wanted));
  }

  return {
    key: KEY,
    scope: "everybody",
    data: {
      ...EVERYWHERE,
      name: "release",
      description: "What a kernel release brought for Rust, and what it needs",
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "version",
          description: "A mainline release, such as 6.12",
          required: true,
          autocomplete: true,
          max_length: 40,
        },
      ],
    },
    execute: (call) => ({
      type: "reply",
      private: false,
      message: view(call.options.getString("version"), 0),
    }),
    autocomplete: ({ focused }) =>
      matchingReleases(focused.value)
        .slice(0, DISCORD_LIMITS.choices)
        .map((release) => ({
          name: `Linux ${release.version} · ${longDate(release.date)}`,
          value: release.version,
        })),
    component(call) {
      if (call.action === "open") {
        const fact = base.getFact(call.values[0] ?? "");
        return { type: "reply", private: true, message: { embeds: [embedOf(base, fact)] } };
      }
      return { type: "update", message: view(call.args[0] ?? "", call.args[1] ?? 0) };
    },
  };
};

function headline({ release }: ReleaseView): string {
  const kind = release.longTerm ? ", a long-term release" : "";
  const lines = [`Released on ${longDate(release.date)}${kind}.`];
  const tools = [
    release.rustc === undefined ? "" : `rustc ${release.rustc}`,
    release.bindgen === undefined ? "" : `bindgen ${release.bindgen}`,
  ].filter(Boolean);
  if (tools.length > 0) {
    const rule = release.toolchain === "exact" ? "exactly " : "";
    const later = release.toolchain === "exact" ? "" : " or later";
    lines.push(`Needs ${rule}${tools.join(" and ")}${later}.`);
  }
  const sources = release.sources.map(markdownLink).join(" · ");
  return `${lines.join("\n")}\n-# ${sources}`;
}
