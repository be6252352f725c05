import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The bot as an operator starts it: a process of its own, in a folder of its own. */
export interface BotProcess {
  readonly dir: string;
  readonly child: ChildProcess;
  /** Everything it has written so far, standard output and error. */
  output(): string;
  /** Resolves when it has written this. Rejects when it ends before. */
  written(text: string | RegExp): Promise<void>;
  /** Resolves with the exit code, or the signal's name. */
  ended(): Promise<number | string | null>;
}

interface Options {
  readonly settings?: Readonly<Record<string, string>>;
  /** A folder that is there already; a new one by default. */
  readonly dir?: string;
}

const TSX = import.meta.resolve("tsx");
const MAIN = resolve("src/main.ts");

/** Starts `src/main.ts`, with the shipped facts and nothing of this process's environment that is a setting. */
export async function startBotProcess({ settings = {}, dir }: Options = {}): Promise<BotProcess> {
  const cwd = dir ?? (await mkdtemp(join(tmpdir(), "facts-process-")));
  const child = spawn(process.execPath, ["--import", TSX, MAIN], {
    cwd,
    env: {
      PATH: process.env.PATH,
      FACTS_DIR: resolve("data"),
      PLAYGROUND_PORT: "0",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      child.emit("written");
    });
  }
  const end = once(child, "close").then(([code, signal]) => code ?? signal);
  return {
    dir: cwd,
    child,
    output: () => output,
    async written(text) {
      const has = () => (typeof text === "string" ? output.includes(text) : text.test(output));
      while (!has()) {
        const more = await Promise.race([
          once(child, "written").then(() => true),
          end.then(() => false),
        ]);
        if (!more && !has()) throw new Error(`ended without writing ${text}:\n${output}`);
      }
    },
    ended: () => end,
  };
}

/** Ends the process whatever it does, and removes its folder. */
export async function cleanUp(process: BotProcess): Promise<void> {
  if (process.child.exitCode === null && process.child.signalCode === null) {
    process.child.kill("SIGKILL");
    await process.ended();
  }
  await rm(process.dir, { recursive: true, force: true });
}
