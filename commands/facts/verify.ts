import { type APIButtonComponent, ApplicationCommandOptionType } from "discord.js";
import type { Caller, MessageBody } from "../../src/discord/command.ts";
import { factChoice } from "../../src/discord/components.ts";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { mainlineOf, matchingReleases } from "../typed-release.ts";
import type { Desk } from "./desk.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";

/** Against what, if not the newest release; the report that is answered by it; and where to go on from there. */
interface How {
  readonly against?: string;
  readonly report?: string;
  readonly more?: readonly APIButtonComponent[];
}

/** Notes that somebody held a fact against its sources today. */
export type Verify = (caller: Caller, fact: Fact, how?: How) => Promise<MessageBody>;

export function createVerifying(desk: Desk): Verify {
  const { base } = desk.deps;
  return (caller, fact, { against, report, more = [] } = {}) => {
    const version = against ?? base.listReleases()[0]?.version ?? fact.checked.against;
    const { release } = base.getRelease(version);
    const to = { ...fact, checked: { on: desk.today(), against: release.version } };
    return desk.save(caller, {
      edits: [{ id: fact.id, from: fact, to }],
      factId: fact.id,
      kind: "verify",
      why: "",
      headline: "Checked",
      more,
      ...(report === undefined ? {} : { item: report, decision: IS_RIGHT }),
    });
  };
}

const IS_RIGHT = {
  accepted: false,
  reason: "The fact was held against its sources again, and is right.",
} as const;

/** `/facts verify`: the fact is right, as of today and a release. */
export function createVerify(desk: Desk, verify: Verify): Subcommand {
  const { base } = desk.deps;
  return {
    name: "verify",
    data: subcommand("verify", "Note that you held a fact against its sources, and it is right", [
      FACT_OPTION,
      {
        type: ApplicationCommandOptionType.String,
        name: "against",
        description: "The release it was checked against; the newest unless told otherwise",
        autocomplete: true,
        max_length: 40,
      },
    ]),
    async execute(call) {
      const fact = desk.getCalled(call.options.getString("fact"));
      const against = call.options.findString("against");
      const how = against === undefined ? {} : { against: mainlineOf(base, against) };
      const message = await verify(call, fact, how);
      return { type: "reply", private: true, message };
    },
    autocomplete({ focused }) {
      if (focused.name === "fact") {
        return base.suggest(focused.value, DISCORD_LIMITS.choices).map(factChoice);
      }
      return matchingReleases(base, focused.value)
        .slice(0, DISCORD_LIMITS.choices)
        .map(({ version }) => ({ name: `Linux ${version}`, value: version }));
    },
  };
}
