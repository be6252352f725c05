import { afterAll, beforeAll, expect, it } from "vitest";
import { createDownload } from "../../src/discord/download.ts";
import { parseExport } from "../../src/knowledge/fact-export.ts";
import type { Exchange } from "../../src/playground/protocol.ts";
import {
  type CuratingBot,
  contentOf,
  filesOf,
  inputsOf,
  openForm,
  send,
  startCuratingBot,
} from "../support/curating-bot.ts";
import { ODD_TEXTS } from "../support/odd-texts.ts";
import type { TestPerson } from "../support/running-bot.ts";

let bot: CuratingBot;
let moderator: TestPerson;
beforeAll(async () => {
  bot = await startCuratingBot();
  moderator = bot.person("Moderator");
});
afterAll(() => bot.stop());

const importFile = (name: string, text: string): Promise<Exchange> =>
  bot.playground.drive.act({
    as: moderator.id,
    in: moderator.placeId,
    type: "command",
    command: "facts",
    subcommand: "import",
    options: {},
    files: { file: { name, base64: Buffer.from(text).toString("base64") } },
  });

async function exportText(): Promise<string> {
  const { message } = await moderator.command("facts", {}, "export");
  const [text] = (await filesOf(message)).values();
  return (text ?? "").replace(/\n {2}"exported": "[^"]*",/, "");
}

async function bodyOf(factId: string): Promise<string | undefined> {
  return parseExport(await exportText(), "").value?.find(({ id }) => id === factId)?.body;
}

const sources = "article | Odd | https://lwn.net/";

it.each(Object.entries(ODD_TEXTS))(
  "keeps %s byte for byte through add, edit, history, export and import",
  async (name, body) => {
    const add = await moderator.command("facts", {}, "add");
    const title = `Odd: ${name}`;
    const added = await send(moderator, add, { title, body, topic: "history", sources });
    expect(contentOf(added)).toMatch(/^Added/);
    const factId = /`([a-z0-9-]+)`/.exec(contentOf(added))?.[1] ?? "";
    expect(await bodyOf(factId)).toBe(body);

    const form = await openForm(moderator, factId);
    expect(inputsOf(form).body).toBe(body);
    await send(moderator, form, { body: "Plain.", reason: body.slice(0, 100) });
    const history = await moderator.command("facts", { fact: factId }, "history");
    expect(history.outcome).toBe("message");
    const back = await moderator.forge(history.message, `facts:history.back:${factId}:1:2`);
    expect(contentOf(back)).toContain("Brought back");
    expect(await bodyOf(factId)).toBe(body);

    const exported = await exportText();
    await send(moderator, await openForm(moderator, factId), { body: "Plain again." });
    const preview = await importFile("facts.json", exported);
    expect(contentOf(preview)).toContain("changes 1 fact");
    await moderator.press(preview.message, "Import");
    expect(await bodyOf(factId)).toBe(body);
    expect(await exportText()).toBe(exported);
    expect(bot.playground.violations()).toEqual([]);
    for (const { pings } of bot.playground.drive.state().messages) expect(pings ?? []).toEqual([]);
  },
);

it.each([
  ["what is no JSON", "{", /the file is not valid JSON\./],
  ["what has no facts", "{}", /the file is neither an export nor a list of facts\./],
  ["facts that are not valid", JSON.stringify([{ id: "x" }]), /\d problems/],
  [
    "facts that refer to what there is not",
    JSON.stringify([{ ...base(), related: ["nowhere"] }]),
    /there is no such fact/,
  ],
  [
    "facts that are wrong in themselves and between them",
    JSON.stringify([base(), { ...base(), id: "other", sources: [], related: ["nowhere"] }]),
    /4 problems:(?=[\s\S]*at least one source)(?=[\s\S]*"nowhere", and there is no such fact)/,
  ],
  [
    "a fact that was checked in days to come",
    JSON.stringify([{ ...base(), checked: { on: "2031-01-01", against: "7.2" } }]),
    /a day that is yet to come/,
  ],
  ["two facts of one name", JSON.stringify([base(), { ...base(), id: "other" }]), /is a name of/],
  ["more than a mebibyte", `"${"x".repeat(1_024 * 1_024)}"`, /larger than 1 MiB/],
])("imports nothing of %s, and says what is wrong", async (_, text, sentence) => {
  const before = await exportText();
  const { message } = await importFile("facts.json", text);
  expect(message?.message.content).toMatch(sentence);
  expect(message?.message.components).toEqual([]);
  expect(await exportText()).toBe(before);
});

it("fetches attachments of nobody else's", async () => {
  const download = createDownload("https://discord.com/api");
  for (const url of [
    "http://cdn.discordapp.com/a",
    "https://cdn.discordapp.com.evil.example/a",
    "http://127.0.0.1:1/a",
    "file:///etc/passwd",
  ]) {
    await expect(download({ name: "a", url, bytes: 1 })).rejects.toThrow("does not come from");
  }
});

function base() {
  return {
    id: "imported",
    title: "An imported fact",
    body: "Body.",
    topic: "history",
    status: "current",
    sources: [{ title: "LWN", url: "https://lwn.net/", kind: "article" }],
    checked: { on: "2026-01-01", against: "7.2" },
  };
}
