import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";
import { fact } from "../support/facts.ts";
import { writeShipped } from "../support/shipped-files.ts";

let dir = "";

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "knowledge-"));
});

afterEach(() => rm(dir, { recursive: true }));

it("facts that are not there are named by the path that was looked at", async () => {
  await expect(readKnowledge("/no-such-folder")).rejects.toThrow(
    [
      "The facts in /no-such-folder cannot be used (FACTS_DIR names their folder):",
      "- /no-such-folder/topics.json: does not exist",
      "- /no-such-folder/releases.json: does not exist",
      "- /no-such-folder/facts: does not exist",
    ].join("\n"),
  );
});

it("a folder without questions is read as before there were any", async () => {
  await writeShipped(dir, { "facts.json": [fact()] });
  expect(await readKnowledge(dir)).toMatchObject({ outOfScope: [], answered: new Map() });
});

it("the questions of a fact are read from all files", async () => {
  await writeShipped(dir, { "facts.json": [fact()] });
  await writeQuestions("a.json", [{ fact: "a-fact", questions: ["when was it merged"] }]);
  await writeQuestions("b.json", [{ fact: "a-fact", questions: ["since when"] }]);
  const { answered } = await readKnowledge(dir);
  expect(answered).toEqual(new Map([["a-fact", ["when was it merged", "since when"]]]));
});

it("a question of no fact, of two facts, or that is a name of a fact, is named", async () => {
  const facts = [fact({ aliases: ["rust merge"] }), fact({ id: "another", title: "Another" })];
  await writeShipped(dir, { "facts.json": facts });
  await writeQuestions("a.json", [
    { fact: "a-fact", questions: ["since when?", "Rust merge"] },
    { fact: "another", questions: ["Since when"] },
    { fact: "gone", questions: ["where is it"] },
  ]);
  await expect(readKnowledge(dir)).rejects.toThrow(
    [
      `The facts in ${dir} cannot be used (FACTS_DIR names their folder):`,
      '- questions: questions: has "Rust merge", a name of a-fact',
      '- questions: questions: has "Since when", which is among those of a-fact too',
      "- questions: gone: fact: is no fact's id",
    ].join("\n"),
  );
});

it("a question that is out of scope and the name of a fact, or stands there twice, is named", async () => {
  await writeShipped(dir, { "facts.json": [fact({ aliases: ["when was rust merged"] })] });
  const questions = ["When was Rust merged?", "ping", "Ping!"];
  await writeFile(join(dir, "out-of-scope.json"), JSON.stringify([{ about: "chat", questions }]));
  await expect(readKnowledge(dir)).rejects.toThrow(
    [
      `The facts in ${dir} cannot be used (FACTS_DIR names their folder):`,
      '- out-of-scope.json: questions: has "When was Rust merged?", a name of a-fact',
      '- out-of-scope.json: questions: has "Ping!", which is among those out of scope too',
    ].join("\n"),
  );
});

async function writeQuestions(file: string, data: unknown): Promise<void> {
  await mkdir(join(dir, "questions"), { recursive: true });
  await writeFile(join(dir, "questions", file), JSON.stringify(data));
}
