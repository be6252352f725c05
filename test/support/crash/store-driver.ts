import { z } from "zod";
import type { CrashDriver, CrashTarget } from "./crash-driver.ts";
import { buildProgram, type Killable, startKillable } from "./killable.ts";

const Line = z.object({ number: z.number(), answer: z.unknown() });
const Acknowledgement = z.object({ id: z.string(), number: z.number() });

/** The store in a process of its own, without Discord around it. */
export async function createStoreDriver(dir: string): Promise<CrashDriver> {
  const program = await buildProgram("test/support/crash/store-child.ts");
  let marks = 0;

  function targetOf(child: Killable): CrashTarget {
    const waiting = new Map<number, (answer: unknown) => void>();
    child.listen((text) => {
      if (!text.startsWith("{")) return;
      const { number, answer } = Line.parse(JSON.parse(text));
      waiting.get(number)?.(answer);
    });
    function request(content: object): Promise<unknown> {
      const number = waiting.size;
      return new Promise((resolve) => {
        waiting.set(number, resolve);
        child.send(JSON.stringify({ number, ...content }));
      });
    }
    return {
      async change({ moderator, ask, random }) {
        marks += 1;
        const mark = `Edit ${marks} by ${moderator}.`;
        const own = `own-${moderator}`;
        const facts = random() < 0.5 ? [own, `pair-${moderator}`] : [own];
        const answered = ask({ mark, facts });
        answered(Acknowledgement.parse(await request({ ids: facts, body: mark })));
      },
      read: async (read) => String(await request({ read })),
    };
  }

  return {
    dir,
    moderators: 3,
    longestLifeMs: 250,
    start() {
      const child = startKillable([program.path, dir]);
      const target = targetOf(child);
      const ready = child.said("ready").then(() => target);
      ready.catch(() => undefined);
      return { ready, kill: child.kill };
    },
    end: program.remove,
  };
}
