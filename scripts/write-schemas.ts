import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonSchemas } from "../src/knowledge/json-schemas.ts";

for (const [name, schema] of Object.entries(jsonSchemas())) {
  await writeFile(join("data", name), `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`data/${name}`);
}
