import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startPlayground } from "../../src/playground/start-playground.ts";
import { startShowcaseBot } from "../support/showcase-bot.ts";
import { hasChromium, launchBrowser, openPlayground } from "./support.ts";

async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launchBrowser();
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

function status(page: Page, text: RegExp) {
  return page.getByRole("status").filter({ hasText: text });
}

describe.skipIf(!hasChromium)("a page whose other side goes away", () => {
  test("says that the playground is gone, and carries on when it is back", async () => {
    await withBrowser(async (browser) => {
      const first = await startPlayground();
      const bot = await startShowcaseBot(first);
      const port = Number(new URL(first.url).port);
      const { page, shoot } = await openPlayground(browser, first.url);
      await bot.stop();
      await first.close();
      await status(page, /does not answer\. Trying again/).waitFor();
      await shoot("lost");
      await page.keyboard.type("anybody there?");
      await page.keyboard.press("Enter");
      await page.getByText("The playground cannot be reached.").waitFor();
      const composer = page.getByRole("textbox", { name: /^Message/ });
      expect(await composer.inputValue()).toBe("anybody there?");
      const second = await startPlayground({ port });
      await page.getByRole("button", { name: "Try now" }).click();
      await status(page, /does not answer/).waitFor({ state: "hidden" });
      await composer.press("Enter");
      await page.locator(".message", { hasText: "anybody there?" }).waitFor();
      await second.close();
    });
  });

  test("says that the bot is offline, and stops saying so when it is back", async () => {
    await withBrowser(async (browser) => {
      const playground = await startPlayground();
      const { page } = await openPlayground(browser, playground.url);
      await status(page, /is offline/).waitFor();
      const bot = await startShowcaseBot(playground);
      await status(page, /is offline/).waitFor({ state: "hidden" });
      await bot.stop();
      await status(page, /is offline/).waitFor();
      await playground.close();
    });
  });
});
