import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import type { CrashDriver, CrashEdit, CrashTarget } from "./crash-driver.ts";

/** The store in a process of its own, without Discord around it. */
export async function createStoreDriver(
  dir: string,
): Promise<CrashDriver & { end(): Promise<void> }> {
  // Within the repository: packages are found from there.
  const built = await mkdtemp(resolve("node_modules/.crash-"));
  const program = join(built, "store-child.mjs");
  await build({
    entryPoints: [resolve("test/support/crash/store-child.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });

  return {
    dir,
    start() {
      const child = spawn(process.execPath, [program, dir], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      // What was on its way to a process that is gone is lost, as it should be.
      child.stdin.on("error", () => undefined);
      const gone = once(child, "exit");
      const waiting = new Map<string, () => void>();
      let number = 0;
      const lines = createInterface({ input: child.stdout });

      async function kill(): Promise<void> {
        child.kill("SIGKILL");
        await gone;
      }

      function save({ bodies }: CrashEdit): Promise<void> {
        number += 1;
        child.stdin.write(`${JSON.stringify({ number, bodies })}\n`);
        return new Promise((acknowledge) => waiting.set(String(number), acknowledge));
      }

      const ready = new Promise<CrashTarget>((resolveReady, reject) => {
        lines.on("line", (line) => {
          if (line === "ready") resolveReady({ save, kill });
          else waiting.get(line)?.();
        });
        child.on("exit", (code) => {
          if (code !== null) reject(new Error(`the process ended by itself with ${code}`));
        });
      });
      ready.catch(() => undefined);
      return { ready, kill };
    },
    end: () => rm(built, { recursive: true }),
  };
}
