import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

/** A program in one file, so that each of many starts is quick. */
export interface BuiltProgram {
  readonly path: string;
  remove(): Promise<void>;
}

export async function buildProgram(entry: string): Promise<BuiltProgram> {
  // Within the repository: packages are found from there.
  const dir = await mkdtemp(resolve("node_modules/.crash-"));
  const path = join(dir, "program.mjs");
  await build({
    entryPoints: [resolve(entry)],
    outfile: path,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return { path, remove: () => rm(dir, { recursive: true }) };
}

/** A process that says things line by line until it is killed. */
export interface Killable {
  /** Resolves at the first line that holds this text. Rejects when the process ends by itself before. */
  said(text: string): Promise<void>;
  listen(listener: (line: string) => void): void;
  send(line: string): void;
  /** Rejects when it had ended by itself. */
  kill(): Promise<void>;
}

export function startKillable(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Killable {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  // What was on its way to a process that is gone is lost, as it should be.
  child.stdin.on("error", () => undefined);
  const gone = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  return {
    said(text) {
      const said = new Promise<void>((found, reject) => {
        lines.on("line", (line) => {
          if (line.includes(text)) found();
        });
        child.on("exit", (code) => {
          if (code !== null) reject(new Error(`the process ended by itself with ${code}`));
        });
      });
      // It may be killed before anybody waits for it.
      said.catch(() => undefined);
      return said;
    },
    listen: (listener) => lines.on("line", listener),
    send: (line) => child.stdin.write(`${line}\n`),
    async kill() {
      child.kill("SIGKILL");
      const [code] = await gone;
      if (code !== null) throw new Error(`the process ended by itself with ${code}`);
    },
  };
}
