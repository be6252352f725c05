import { readFile } from "node:fs/promises";
import dotenv from "dotenv";
import { expect, it } from "vitest";
import { loadConfig, SETTING_NAMES } from "../../src/config.ts";

it(".env.example lists every setting once, with its default", async () => {
  const text = await readFile(".env.example", "utf8");
  const example = dotenv.parse(text);
  expect(Object.keys(example).sort()).toEqual([...SETTING_NAMES].sort());
  expect(loadConfig(example).config).toEqual(loadConfig({}).config);
});
