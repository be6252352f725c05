/*
 * Builds `dist/`. Plain JavaScript, since it has to run, and say what is missing, where only production dependencies are
 * installed. What was built before stays until the new build is whole: a bot may be running from it.
 */
import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const built = join(root, "dist");
const draft = join(root, "dist.new");

function findCompiler() {
  try {
    const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
    return join(dirname(manifest), "bin", "tsc");
  } catch {
    return undefined;
  }
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

const compiler = findCompiler();
if (compiler === undefined) {
  process.stderr.write(
    "The TypeScript compiler is not installed, so nothing was built. Start what was built before with `node dist/src/main.js`, or run `npm ci` first.\n",
  );
  process.exit(1);
}

remove(draft);
const args = [compiler, "-p", join(root, "tsconfig.build.json"), "--outDir", draft];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
if (status === 0) {
  remove(built);
  renameSync(draft, built);
} else {
  remove(draft);
  process.exitCode = status ?? 1;
}
