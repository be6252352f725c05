import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startTestBot, type TestBot } from "../support/running-bot.ts";
import {
  hasChromium,
  launchBrowser,
  type OpenedPage,
  openPlayground,
  sendTyped,
} from "./support.ts";

/** Waits until the option shows what was picked. */
async function picked(page: Page, option: string, wanted: RegExp): Promise<void> {
  await expect
    .poll(() => page.getByRole("combobox", { name: option }).inputValue())
    .toMatch(wanted);
}

/** Moves down the suggestions until this one is marked. */
async function moveTo(page: Page, wanted: RegExp): Promise<void> {
  const marked = page.locator('[role="option"][aria-selected="true"]');
  for (let press = 0; press < 10; press++) {
    if ((await marked.count()) > 0 && wanted.test((await marked.first().textContent()) ?? ""))
      return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`nothing among the first suggestions says ${wanted}`);
}

/** What a person does with the product itself, on the page, as the README says. */
describe.skipIf(!hasChromium)("a reader", () => {
  let bot: TestBot;
  let browser: Browser;
  let opened: OpenedPage;

  beforeAll(async () => {
    bot = await startTestBot();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await bot.stop();
  });
  afterEach(async () => {
    expect(opened.outside).toEqual([]);
    expect(opened.errors).toEqual([]);
    expect(bot.playground.violations()).toEqual([]);
    await opened.page.context().close();
  });

  const open = async (options = {}) => {
    opened = await openPlayground(browser, bot.playground.url, options);
    return opened;
  };

  test("types a question and gets a right, sourced answer", async () => {
    const { page, shoot } = await open({
      viewport: { width: 1_100, height: 640 },
      deviceScaleFactor: 1.5,
      colorScheme: "dark",
    });
    await page.keyboard.type("/ask when was rust merged into the kernel");
    const answer = await sendTyped(page, "/ask");
    await answer.getByText("Rust support was merged for Linux 6.1").first().waitFor();
    await answer
      .getByText(/3 October 2022/)
      .first()
      .waitFor();
    expect(await answer.getByRole("link").count()).toBeGreaterThan(0);
    await shoot("playground");
  });

  test("finds a fact by autocomplete with the keyboard, and posts it", async () => {
    const { page, shoot } = await open();
    await page.keyboard.type("/fact ");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.type("rust merg");
    await page.getByRole("option", { name: /Rust support was merged/ }).waitFor();
    await shoot("reader-autocomplete");
    await moveTo(page, /Rust support was merged/);
    await page.keyboard.press("Enter");
    await picked(page, "name", /Rust support was merged/);
    const answer = await sendTyped(page, "/fact");
    await answer
      .getByText(/Rust support was merged/)
      .first()
      .waitFor();
    await answer.getByRole("button", { name: "Delete" }).waitFor();
  });

  test("pages through the topics and opens a fact", async () => {
    const { page, shoot } = await open();
    await page.keyboard.type("/topics drivers in main");
    await page.getByRole("option", { name: /Drivers and users/ }).waitFor();
    await page.keyboard.press("Enter");
    await picked(page, "topic", /Drivers and users/);
    const message = await sendTyped(page, "/topics");
    await message.getByText(/page 1 of/).waitFor();
    await message.getByRole("button", { name: "Next" }).click();
    await message.getByText(/page 2 of/).waitFor();
    await shoot("reader-topics");
    await message.getByRole("button", { name: "All topics" }).click();
    await message.getByText("Locking and concurrency").first().waitFor();
    await shoot("reader-all-topics");
  });

  test("shares a private answer with the channel", async () => {
    const { page, shoot } = await open();
    await page.keyboard.type("/ask who maintains rust in the kernel");
    const answer = await sendTyped(page, "/ask");
    await answer.getByRole("button", { name: "Share" }).click();
    await answer.getByRole("button", { name: "Shared" }).waitFor();
    await page.locator(".message", { hasText: "shared by" }).last().waitFor();
    await shoot("reader-shared");
  });

  test("looks at a release on a narrow screen", async () => {
    const { page, shoot } = await open({ viewport: { width: 360, height: 740 } });
    await page.getByRole("textbox", { name: /^Message/ }).click();
    await page.keyboard.type("/release 6.12");
    await page.getByRole("option", { name: /6\.12/ }).waitFor();
    await page.keyboard.press("Enter");
    await picked(page, "version", /6\.12/);
    const answer = await sendTyped(page, "/release");
    await answer.getByText("Began in 6.12").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await shoot("reader-release-narrow");
  });
});
