import { ApplicationCommandOptionType } from "discord.js";
import { COLOURS } from "../src/discord/colours.ts";
import type { MessageBody } from "../src/discord/command.ts";
import { button, factMenu, pager, rows } from "../src/discord/components.ts";
import { customId } from "../src/discord/custom-id.ts";
import { embedOf } from "../src/discord/fact-embed.ts";
import { pageFooter, pageOf, titleList } from "../src/discord/fact-list.ts";
import { DISCORD_LIMITS } from "../src/discord/limits.ts";
import { longDate } from "../src/discord/text.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { ReleaseView } from "../src/knowledge/knowledge-base.ts";
import { markdownLink } from "../src/knowledge/markdown-link.ts";
import type { Release } from "../src/knowledge/release.ts";
import type { CreateCommand } from "./command-deps.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { otherVersion } from "./other-version.ts";
import { isPartOfRelease, mainlineOf, matchingReleases } from "./typed-release.ts";

const KEY = "release";

/** `/release`: what began in a kernel release, what ended after it, its date and the tools it needs. */
export const createReleaseCommand: CreateCommand = ({ base }) => {
  function view(version: string, asked: string | number): MessageBody {
    const shown = base.getRelease(version);
    const { release, previous, next } = shown;
    const groups = groupsOf(shown);
    const facts = groups.flatMap(([, group]) => group);
    const { items, page, pages } = pageOf(facts, asked);
    const to = (target: Release) => customId(KEY, "show", target.version, 0);
    return {
      embeds: [
        {
          title: `Linux ${release.version}`,
          description: [
            headline(shown),
            ...groups.map(([heading, group]) => section(heading, group, items)),
            items.length === 0 ? "No fact here begins or ends with this release." : "",
          ]
            .filter(Boolean)
            .join("\n\n"),
          color: COLOURS.rust,
          ...pageFooter({ page, pages }),
        },
      ],
      components: rows(
        items.length > 0 ? [factMenu(customId(KEY, "open"), "Open a fact", items)] : [],
        pager({ page, pages }, (at) => customId(KEY, "page", release.version, at)),
        [
          ...(previous ? [button(to(previous), `← Linux ${previous.version}`)] : []),
          ...(next ? [button(to(next), `Linux ${next.version} →`)] : []),
        ],
      ),
    };
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
    execute(call) {
      const typed = call.options.getString("version");
      const version = mainlineOf(base, typed);
      const note = isPartOfRelease(typed) ? { content: noteOn(version) } : {};
      return { type: "reply", private: false, message: { ...note, ...view(version, 0) } };
    },
    autocomplete: ({ focused }) =>
      matchingReleases(base, focused.value)
        .slice(0, DISCORD_LIMITS.choices)
        .map((release) => ({
          name: `Linux ${release.version} · ${longDate(release.date)}`,
          value: release.version,
        })),
    component({ action, args: [version = "", page = 0], values }) {
      switch (action) {
        case "open": {
          const fact = base.getFact(values[0] ?? "");
          return { type: "reply", private: true, message: { embeds: [embedOf(base, fact)] } };
        }
        case "page":
        case "show":
          return { type: "update", message: view(version, page) };
        default:
          throw otherVersion();
      }
    },
  };
};

function noteOn(version: string): string {
  return `Facts name mainline releases alone, so this is Linux ${version}.`;
}

/** The facts under what they have to do with the release, each under one heading. */
function groupsOf({ release, began, ended }: ReleaseView) {
  const { version } = release;
  return [
    [`Began in ${version}`, began.filter(({ until }) => until !== version)],
    [`Held in ${version} alone`, began.filter(({ until }) => until === version)],
    [`Ended after ${version}`, ended.filter(({ since }) => since !== version)],
  ] as const;
}

/** The part of a group that stands on a page; empty where none of it does. */
function section(heading: string, facts: readonly Fact[], shown: readonly Fact[]): string {
  const list = facts.filter((fact) => shown.includes(fact));
  return list.length > 0 ? `**${heading}**\n${titleList(list)}` : "";
}

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
