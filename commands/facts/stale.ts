import { ButtonStyle } from "discord.js";
import { COLOURS } from "../../src/discord/colours.ts";
import type { MessageBody } from "../../src/discord/command.ts";
import { button, factMenu, pager, rows } from "../../src/discord/components.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { pageFooter, pageOf, titleLine } from "../../src/discord/fact-list.ts";
import { showPrivately } from "../../src/discord/show.ts";
import { count } from "../../src/discord/text.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { type StaleFact, staleFacts } from "../../src/knowledge/stale-facts.ts";
import type { Desk } from "./desk.ts";
import type { EditForms } from "./form/edit-form.ts";
import { isFactPart } from "./form/fact-form.ts";
import { partMenu, subcommand } from "./options.ts";
import { factsId, type Subcommand } from "./subcommand.ts";
import { textHash } from "./text-hash.ts";
import type { Verify } from "./verify.ts";

/** `/facts stale`: the facts that should be held against their sources again, and what to do about each. */
export function createStale(desk: Desk, forms: EditForms, verify: Verify): Subcommand {
  const { base, staleAfterDays } = desk.deps;

  function listStale(): readonly StaleFact[] {
    const releases = base.listReleases();
    const options = { releases, today: desk.today(), afterDays: staleAfterDays };
    return staleFacts(base.listFacts(), options);
  }

  /** The ways on from a fact: the next one of the list, or the list. */
  function waysOn({ id }: Fact, page: string, label: string) {
    const stale = listStale();
    const next = stale[stale.findIndex(({ fact }) => fact.id === id) + 1]?.fact;
    return [
      ...(next ? [button(factsId("stale", "show", next.id, page), label)] : []),
      button(factsId("stale", "page", page), "Back to the list"),
    ];
  }

  function list(asked: string | number | undefined): MessageBody {
    const stale = listStale();
    if (stale.length === 0) return { content: "No current fact is stale." };
    const { items, page, pages } = pageOf(stale, asked);
    return {
      embeds: [
        {
          title: `${count(stale.length, "fact")} to check again`,
          description: items.map(line).join("\n"),
          color: COLOURS.amber,
          ...pageFooter({ page, pages }),
        },
      ],
      components: rows(
        [
          factMenu(
            factsId("stale", "open", page),
            "Open a fact",
            items.map(({ fact }) => fact),
          ),
        ],
        pager({ page, pages }, (to) => factsId("stale", "page", to)),
      ),
    };
  }

  function open(fact: Fact, page: string, lead = "Is it still right?"): MessageBody {
    return {
      content: lead,
      embeds: [embedOf(base, fact)],
      components: rows(
        [partMenu(factsId("stale", "edit", fact.id), "Edit it…")],
        [
          button(factsId("stale", "verify", fact.id, textHash(fact), page), "It is right", {
            style: ButtonStyle.Success,
          }),
          ...waysOn(fact, page, "Skip"),
        ],
      ),
    };
  }

  return {
    name: "stale",
    data: subcommand("stale", "Facts that were not checked for long"),
    execute: () => ({ type: "reply", private: true, message: list(0) }),
    components: {
      page: (call) => showPrivately(call, list(call.args[0])),
      open: (call) =>
        showPrivately(call, open(base.getFact(call.values[0] ?? ""), call.args[0] ?? "0")),
      show(call) {
        const [factId = "", page = "0"] = call.args;
        const fact = base.findFact(factId);
        return showPrivately(call, fact ? open(fact, page) : list(page));
      },
      edit(call) {
        const fact = base.getFact(call.args[0] ?? "");
        const [part] = call.values;
        return forms.open(call, fact, isFactPart(part) ? part : "text");
      },
      async verify(call) {
        const [factId = "", seen, page = "0"] = call.args;
        const fact = base.getFact(factId);
        if (textHash(fact) !== seen) {
          const lead = "Somebody has changed it since you looked. Is it right as it is now?";
          return showPrivately(call, open(fact, page, lead));
        }
        const more = waysOn(fact, page, "Next fact");
        return showPrivately(call, await verify(call, fact, { more }));
      },
    },
  };
}

function line({ fact, daysAgo, releasesBehind }: StaleFact): string {
  const behind = releasesBehind > 0 ? `, ${count(releasesBehind, "release")} behind` : "";
  const when = daysAgo === 0 ? "today" : `${count(daysAgo, "day")} ago`;
  return `${titleLine(fact)}\n-# checked ${when} against ${fact.checked.against}${behind}`;
}
