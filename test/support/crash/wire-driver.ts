import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Exchange } from "../../../src/playground/protocol.ts";
import { type Playground, startPlayground } from "../../../src/playground/start-playground.ts";
import { CURATOR_ROLE, embedsOf } from "../curating-bot.ts";
import { fact } from "../facts.ts";
import { type CrashDriver, type CrashTarget, Gone } from "./crash-driver.ts";
import { buildProgram, startKillable } from "./killable.ts";
import { type Act, createWireModerator, type Deed } from "./wire-moderator.ts";

const PEOPLE = ["Moderator", "Curator"] as const;
const FACTS = PEOPLE.flatMap((_, index) => [`own-${index}`, `pair-${index}`]);
/** More than there are verifications in a long run. */
const RELEASES = Array.from({ length: 3_000 }, (_, minor) => `7.${minor}`);
/** Of a message: its answer is still promised. @see https://discord.com/developers/docs/resources/message#message-object-message-flags */
const LOADING = 1 << 7;

/**
 * The whole bot as operators start it, and the wire around it: the stand-in for Discord, and everybody in it, outlives
 * the bot. An answer counts when the stand-in has taken it.
 */
export async function createWireDriver(dir: string): Promise<CrashDriver> {
  const [factsDir, dataDir] = [join(dir, "facts-data"), join(dir, "store")];
  await writeFacts(factsDir);
  const program = await buildProgram("src/main.ts");
  const playground = await startPlayground();
  const place = playground.place("moderators");
  const releases = RELEASES.values();
  let number = 0;
  const nextNumber = () => {
    number += 1;
    return number;
  };
  const people = PEOPLE.map((name, index) => ({
    id: playground.person(name).id,
    change: createWireModerator({
      index,
      facts: FACTS,
      own: `own-${index}`,
      referring: `pair-${index}`,
      nextNumber,
      nextRelease: () => releases.next().value,
    }),
  }));

  function targetOf(isAlive: () => boolean): CrashTarget {
    const actingAs =
      (as: string): Act =>
      (deed) =>
        act(playground, { as, in: place.id }, deed, isAlive);
    return {
      async change(turn) {
        const person = people[turn.moderator];
        await person?.change(actingAs(person.id), turn);
      },
      async read(name) {
        const reader = actingAs(playground.person("Moderator").id);
        const options = { name, hide: true };
        return embedsOf((await reader({ type: "command", command: "fact", options })).message);
      },
    };
  }

  return {
    dir: dataDir,
    moderators: PEOPLE.length,
    longestLifeMs: 1_000,
    start() {
      const child = startKillable([program.path], {
        DISCORD_TOKEN: playground.token,
        DISCORD_API_URL: playground.apiUrl,
        CURATOR_GUILD_IDS: playground.guildId,
        CURATOR_ROLE_IDS: CURATOR_ROLE,
        FACTS_DIR: factsDir,
        DATA_DIR: dataDir,
      });
      let alive = true;
      const ready = child.said("bot ready").then(() => targetOf(() => alive));
      ready.catch(() => undefined);
      return {
        ready,
        kill() {
          alive = false;
          return child.kill();
        },
      };
    },
    async end() {
      await playground.close();
      await program.remove();
    },
  };
}

/** Nobody goes on against the next process with what they began against this one, except where they mean to. */
async function act(
  { drive }: Playground,
  where: { readonly as: string; readonly in: string },
  deed: Deed,
  isAlive: () => boolean,
): Promise<Exchange> {
  if (!isAlive()) throw new Gone();
  const { id } = drive.send({ ...where, ...deed });
  const answered = await drive.until(id, isAnswered);
  if (answered.outcome === "expired") {
    if (isAlive()) throw new Error(`no answer to ${JSON.stringify(deed)}`);
    throw new Gone();
  }
  return answered;
}

function isAnswered({ outcome, message }: Exchange): boolean {
  if (outcome === "pending") return false;
  return ((message?.message.flags ?? 0) & LOADING) === 0;
}

async function writeFacts(dir: string): Promise<void> {
  const topics = [{ id: "history", title: "History", description: "What happened, and when." }];
  const releases = RELEASES.map((version) => ({
    version,
    date: "2026-01-01",
    toolchain: "minimum",
    longTerm: false,
    sources: fact().sources,
  }));
  const facts = FACTS.map((id) => {
    const related = id.startsWith("pair-") ? [id.replace("pair", "own")] : [];
    const checked = { on: "2026-01-01", against: "7.0" };
    return fact({ id, title: `The fact ${id}`, related, checked });
  });
  await mkdir(join(dir, "facts"), { recursive: true });
  await writeFile(join(dir, "topics.json"), JSON.stringify(topics));
  await writeFile(join(dir, "releases.json"), JSON.stringify(releases));
  await writeFile(join(dir, "facts", "all.json"), JSON.stringify(facts));
}
