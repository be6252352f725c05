import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../src/playground/protocol.ts";
import { contentOf, edit, filesOf, readFact, send } from "../support/curating-bot.ts";
import { current, startTestBot, type TestBot, type TestPerson } from "../support/running-bot.ts";

/** Two bots on all shipped facts; the first one's were changed. */
let here: TestBot;
let elsewhere: TestBot;
let edited: Exchange;
beforeEach(async () => {
  here = await startTestBot();
  elsewhere = await startTestBot();
  const moderator = here.person("Moderator");
  edited = await edit(moderator, "rust-merged-6-1", { body: "Another body." });
  const opened = await moderator.command("facts", {}, "add");
  const sources = "article | A source | https://lwn.net/";
  const fact = { title: "Ferris is a crab", body: "It is.", topic: "history", sources };
  expect(contentOf(await send(moderator, opened, fact))).toMatch(/^Added `ferris-is-a-crab`/);
});
afterEach(async () => {
  for (const bot of [here, elsewhere]) {
    expect(bot.playground.violations()).toEqual([]);
    await bot.stop();
  }
});

async function exported(options: Readonly<Record<string, boolean>>): Promise<string> {
  const { id } = await here.person("Moderator").command("facts", options, "export");
  const { message } = await here.playground.drive.settled(id);
  const [text = ""] = (await filesOf(current(here, message))).values();
  return text;
}

function importInto(bot: TestBot, moderator: TestPerson, text: string): Promise<Exchange> {
  return bot.playground.drive.act({
    as: moderator.id,
    in: moderator.placeId,
    type: "command",
    command: "facts",
    subcommand: "import",
    options: {},
    files: { file: { name: "facts.json", base64: Buffer.from(text).toString("base64") } },
  });
}

describe("/facts export", () => {
  it("with `changed` writes what another bot imports", async () => {
    const text = await exported({ changed: true });
    expect(JSON.parse(text).facts).toHaveLength(2);
    const moderator = elsewhere.person("Moderator");
    const shown = await importInto(elsewhere, moderator, text);
    expect(contentOf(shown)).toContain("adds 1 fact and changes 1 fact");
    await moderator.press(shown.message, "Import");
    for (const id of ["rust-merged-6-1", "ferris-is-a-crab"]) {
      expect(await readFact(elsewhere, id)).toBe(await readFact(here, id));
    }
    expect(await readFact(elsewhere, "rust-merged-6-1")).toContain("Another body.");
  });

  it("with `revisions` writes a history that an import leaves, and says so, since nothing of it was done there", async () => {
    const text = await exported({ changed: true, revisions: true });
    expect(JSON.parse(text).revisions).toHaveLength(2);
    const moderator = elsewhere.person("Moderator");
    const shown = await importInto(elsewhere, moderator, text);
    expect(contentOf(shown)).toContain("The 2 revisions in it are not taken over");
    await moderator.press(shown.message, "Import");
    for (const fact of ["rust-merged-6-1", "ferris-is-a-crab"]) {
      const history = await moderator.command("facts", { fact }, "history");
      expect(contentOf(history)).toContain("revision 1 of 1: imported");
      expect(contentOf(history)).toContain(`<@${moderator.id}>`);
    }
    const again = await importInto(elsewhere, moderator, text);
    expect(contentOf(again)).toContain("stands here already");
    expect(contentOf(again)).toContain("The 2 revisions in it are not taken over");
  });

  it("with `changed` leaves out what is as it ships again", async () => {
    await here.person("Moderator").press(edited.message, "Undo");
    const { facts } = JSON.parse(await exported({ changed: true }));
    expect(facts.map(({ id }: { readonly id: string }) => id)).toEqual(["ferris-is-a-crab"]);
  });

  it("of everything is more than /facts import takes, which names the two ways round that", async () => {
    const text = await exported({});
    expect(Buffer.byteLength(text)).toBeGreaterThan(1_024 * 1_024);
    const refused = await importInto(elsewhere, elsewhere.person("Moderator"), text);
    expect(contentOf(refused)).toContain("larger than 1 MiB");
    expect(contentOf(refused)).toContain("`/facts export` with `changed`");
    expect(contentOf(refused)).toContain("`npm run -s facts -- import`");
  });
});
