import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../src/knowledge/json-schemas.ts";

describe("the JSON Schemas beside the data", () => {
  it.each(Object.entries(jsonSchemas()))(
    "data/%s is what `npm run schemas` writes",
    async (name, schema) => {
      expect(JSON.parse(await readFile(`data/${name}`, "utf8"))).toEqual(
        JSON.parse(JSON.stringify(schema)),
      );
    },
  );

  it("accept the shipped data and refuse a fact without sources", async () => {
    const schemas = jsonSchemas();
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const valid = ajv.compile(schemas["facts.schema.json"] ?? {});
    const facts: unknown = JSON.parse(await readFile("data/facts/history.json", "utf8"));
    expect(valid(facts), JSON.stringify(valid.errors?.[0])).toBe(true);
    const [first] = facts as readonly object[];
    expect(valid([{ ...first, sources: [] }])).toBe(false);
  });
});
