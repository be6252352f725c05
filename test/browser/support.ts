import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
];
const PATIENCE_MS = 10_000;

/** Whether these tests can run here. Says so once when they cannot. */
export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) {
  console.log(`no Chromium at ${CHROMIUM}: browser tests are skipped (CHROMIUM names another one)`);
}

/** Where tests leave what they saw; `SCREENSHOTS` names another folder. */
const SCREENSHOTS = process.env.SCREENSHOTS ?? join(tmpdir(), "playground-screenshots");

/**
 * Sends what stands in the composer. @returns its answer: the next message of that command, since an earlier one, of
 * another test perhaps, may stand there until it comes
 */
export async function sendTyped(page: Page, command: string): Promise<Locator> {
  const answers = page.locator(".message", { hasText: `used ${command}` });
  const before = await answers.count();
  await page.keyboard.press("Enter");
  return answers.nth(before);
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** A page of the playground, and what must never happen on it. */
export interface OpenedPage {
  readonly page: Page;
  /** Requests to anywhere but the playground. */
  readonly outside: readonly string[];
  /** Errors of scripts and of the browser's content policy. */
  readonly errors: readonly string[];
  /** Keeps what is to be seen now, or one element of it, as `NAME.png`. */
  shoot(name: string, element?: Locator): Promise<void>;
}

/** A message shows more under the pointer, or while the focus is in it: that is no part of a picture of it. */
async function leave(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/** Opens the playground in a window of its own, and waits until it can be used. */
export async function openPlayground(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const outside: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(url).origin) outside.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  await page.getByRole("textbox", { name: /^Message / }).waitFor();
  return {
    page,
    outside,
    errors,
    async shoot(name, element) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      if (element) await leave(page);
      await (element ?? page).screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
  };
}
