import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/start-playground.ts";
import { startShowcaseBot } from "../support/showcase-bot.ts";
import { launchBrowser, type OpenedPage, openPlayground } from "./support.ts";

export interface Showcase {
  readonly playground: Playground;
  open(options?: BrowserContextOptions): Promise<OpenedPage>;
}

/**
 * A playground with the showcase bot and a browser, for the tests of a file. After each of them its pages are closed, and
 * none of them may have asked for anything from outside or reported an error.
 */
export function useShowcase(): () => Showcase {
  let showcase: Showcase | undefined;
  let browser: Browser | undefined;
  let stop: (() => Promise<void>) | undefined;
  const opened: OpenedPage[] = [];

  beforeAll(async () => {
    const playground = await startPlayground({ deadlineMs: 700 });
    const bot = await startShowcaseBot(playground);
    const running = await launchBrowser();
    browser = running;
    stop = async () => {
      await bot.stop();
      await playground.close();
    };
    showcase = {
      playground,
      async open(options) {
        const page = await openPlayground(running, playground.url, options);
        opened.push(page);
        return page;
      },
    };
  });

  afterEach(async () => {
    for (const { page, outside, errors } of opened.splice(0)) {
      await page.context().close();
      expect(outside).toEqual([]);
      expect(errors).toEqual([]);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await stop?.();
  });

  return () => {
    if (!showcase) throw new Error("the showcase has not started");
    return showcase;
  };
}
