import { COLOURS } from "../../src/discord/colours.ts";
import type { MessageBody } from "../../src/discord/command.ts";
import { button, menu, rows } from "../../src/discord/components.ts";
import { showPrivately } from "../../src/discord/show.ts";
import { count, numeral } from "../../src/discord/text.ts";
import { staleFacts } from "../../src/knowledge/stale-facts.ts";
import type { Desk } from "./desk.ts";
import { subcommand } from "./options.ts";
import { factsId, type Subcommand } from "./subcommand.ts";

const TOP = 10;

/** `/facts stats`: how the knowledge base is doing, and the authors whose suggestions are not taken. */
export function createStats(desk: Desk): Subcommand {
  const { base, curationStore, factStore, staleAfterDays } = desk.deps;

  async function view(): Promise<MessageBody> {
    const facts = base.listFacts();
    const of = (status: string) => numeral(facts.filter((fact) => fact.status === status).length);
    const releases = base.listReleases();
    const stale = staleFacts(facts, { releases, today: desk.today(), afterDays: staleAfterDays });
    const local = [...(await factStore.load()).values()];
    const { revisions, curators } = await countRevisions();
    const removed = local.filter(({ fact }) => fact === null).length;
    const blocked = await curationStore.listBlocked();
    return {
      embeds: [
        {
          title: `${count(facts.length, "fact")} in ${count(base.listTopics().length, "topic")}`,
          color: COLOURS.blurple,
          fields: [
            {
              name: "Status",
              value: `${of("current")} current, ${of("superseded")} superseded, ${of("disputed")} disputed; ${numeral(stale.length)} of the current ones to check again`,
            },
            {
              name: "Changed here",
              value: `${count(local.length, "fact")} in ${count(revisions, "revision")} by ${count(curators.size, "curator")}; ${numeral(removed)} removed`,
            },
            ...(curators.size > 0 ? [{ name: "Changed most by", value: most(curators) }] : []),
            { name: "Found helpful most", value: helpful(await curationStore.countVotes()) },
          ],
        },
      ],
      components: rows(
        blocked.length > 0
          ? [menu(factsId("stats", "unblock"), "Unblock an author…", authors(blocked))]
          : [],
        [button(factsId("stats", "again"), "Count again")],
      ),
    };
  }

  async function countRevisions() {
    const curators = new Map<string, number>();
    let revisions = 0;
    for await (const { by } of factStore.revisions()) {
      revisions += 1;
      if (by.id !== undefined) curators.set(by.id, (curators.get(by.id) ?? 0) + 1);
    }
    return { revisions, curators };
  }

  function helpful(votes: ReadonlyMap<string, number>): string {
    const top = [...votes]
      .filter(([id]) => base.findFact(id))
      .sort(([, a], [, b]) => b - a)
      .slice(0, TOP)
      .map(([id, number]) => `- \`${id}\`: ${numeral(number)}`);
    return top.length > 0 ? top.join("\n") : "No fact yet.";
  }

  return {
    name: "stats",
    data: subcommand("stats", "How many facts, how fresh, who changed what, what helped"),
    execute: async () => ({ type: "reply", private: true, message: await view() }),
    components: {
      again: async (call) => showPrivately(call, await view()),
      async unblock(call) {
        await curationStore.unblockAuthor(call.values[0] ?? "");
        return showPrivately(call, await view());
      },
    },
  };
}

/** Shown as mentions, which ping nobody. */
function most(curators: ReadonlyMap<string, number>): string {
  return [...curators]
    .sort(([, a], [, b]) => b - a)
    .slice(0, TOP)
    .map(([id, revisions]) => `- <@${id}>: ${count(revisions, "revision")}`)
    .join("\n");
}

/** By their ids: without gateway intents, that is all that is known of somebody who is not here now. */
function authors(ids: readonly string[]) {
  return ids.map((id) => ({ label: id, value: id }));
}
