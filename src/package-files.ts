import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the bot takes from the files beside its code. */
export interface PackageFiles {
  /** Of `package.json`. */
  readonly version: string;
  /** `docs/privacy.md`. */
  readonly privacy: string;
}

/** Reads the nearest package above this file, which lies deeper once it is built. */
export async function readPackageFiles(): Promise<PackageFiles> {
  for (const depth of ["..", "../.."]) {
    const root = join(import.meta.dirname, depth);
    const text = await readFile(join(root, "package.json"), "utf8").catch(() => undefined);
    const data: unknown = text === undefined ? undefined : JSON.parse(text);
    if (typeof data !== "object" || data === null || !("version" in data)) continue;
    const privacy = await readFile(join(root, "docs", "privacy.md"), "utf8");
    return { version: String(data.version), privacy };
  }
  throw new Error("there is no package.json above the code: was it copied without it?");
}
