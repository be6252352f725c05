import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CURATOR_ROLE, openForm, send } from "../support/curating-bot.ts";
import { startTestBot, type TestBot } from "../support/running-bot.ts";
import { hasChromium, launchBrowser, type OpenedPage, openPlayground } from "./support.ts";

/** What moderators do with the product itself, on the page, as docs/commands.md says. */
describe.skipIf(!hasChromium)("a moderator", () => {
  let bot: TestBot;
  let browser: Browser;
  let opened: OpenedPage;

  beforeAll(async () => {
    bot = await startTestBot({ settings: { CURATOR_ROLE_IDS: CURATOR_ROLE } });
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

  async function open() {
    const { id, placeId } = bot.person("Moderator");
    const url = `${bot.playground.url}#as=${id}&in=${placeId}`;
    opened = await openPlayground(browser, url, {
      viewport: { width: 1000, height: 1_000 },
      deviceScaleFactor: 1.5,
      colorScheme: "dark",
    });
    return opened;
  }

  /** Types a command without options, or with a fact that is picked from the suggestions. */
  async function type(page: Page, command: string, fact?: { id: string; title: RegExp }) {
    await page.getByRole("textbox", { name: /^Message / }).click();
    await page.keyboard.type(`${command} ${fact?.id ?? ""}`);
    if (fact) {
      // Enter takes what is marked: suggestions for what was typed before may still stand there.
      await page.getByRole("option", { name: fact.title, selected: true }).waitFor();
      await page.keyboard.press("Enter");
      const input = page.getByRole("combobox", { name: "fact" });
      await expect.poll(() => input.inputValue()).toMatch(fact.title);
    }
    await page.keyboard.press("Enter");
  }

  const MERGED = { id: "rust-merged-6-1", title: /Rust.*6\.1|6\.1.*Rust/ };

  const last = (page: Page, text: string | RegExp): Locator =>
    page.locator(".message", { hasText: text }).last();

  test("adds a fact in a form, sees it as readers will, and undoes it", async () => {
    const { page, shoot } = await open();
    await type(page, "/facts add");
    const form = page.getByRole("dialog", { name: "A new fact" });
    await form
      .getByRole("textbox", { name: "Title", exact: true })
      .fill("The Rust samples live in samples/rust");
    await form
      .getByRole("textbox", { name: "Text", exact: true })
      .fill("`samples/rust` holds modules to start from.\n\n```sh\nmake menuconfig\n```");
    await form.getByRole("combobox", { name: /^Topic/ }).click();
    await page.getByRole("option").first().click();
    await form
      .getByRole("textbox", { name: /^Sources/ })
      .fill("documentation | Rust samples | https://docs.kernel.org/rust/index.html");
    await shoot("curator-add-form");
    await form.getByRole("button", { name: "Submit" }).click();
    const saved = last(page, /Added the-rust-samples/);
    await saved.getByText("What changed").waitFor();
    await shoot("curator-saved", saved);
    await saved.getByRole("button", { name: "Undo" }).click();
    await last(page, /Undone/).waitFor();
  });

  test("edits into a conflict, sees both texts, and decides", async () => {
    const { page, shoot } = await open();
    const other = bot.person("Curator");
    await page.keyboard.type("I make the title of the merge fact shorter.");
    await page.keyboard.press("Enter");
    await type(page, "/facts edit", MERGED);
    const form = page.getByRole("dialog", { name: "Edit: text" });
    await form
      .getByRole("textbox", { name: "Title", exact: true })
      .fill("Rust came to Linux with 6.1");
    await form.getByRole("textbox", { name: "Reason" }).fill("shorter");
    const theirs = await openForm(other, "rust-merged-6-1");
    await send(other, theirs, { title: "Linux 6.1 merged Rust support" });
    await form.getByRole("button", { name: "Submit" }).click();
    const conflict = last(page, /Nothing was saved/);
    await conflict.getByText("What they changed").waitFor();
    await shoot("curator-conflict", conflict);
    await conflict.getByRole("button", { name: "Open the form again" }).click();
    await expect
      .poll(() => form.getByRole("textbox", { name: "Title", exact: true }).inputValue())
      .toMatch(/^Rust came/);
    await form.getByRole("button", { name: "Submit" }).click();
    await last(page, /Saved .*revision 2/).waitFor();
  });

  test("removes a fact, and restores it from its history", async () => {
    const { page, shoot } = await open();
    await type(page, "/facts remove", MERGED);
    await last(page, /Remove /)
      .getByRole("button", { name: "Remove…" })
      .click();
    const form = page.getByRole("dialog", { name: "Remove a fact" });
    await form.getByRole("textbox", { name: "Reason" }).fill("said elsewhere");
    await form.getByRole("button", { name: "Submit" }).click();
    await last(page, /Removed /).waitFor();
    await type(page, "/facts restore", MERGED);
    await last(page, /Restored /).waitFor();
    await type(page, "/facts history", MERGED);
    const history = last(page, /revision 4 of 4/);
    await history.getByRole("button", { name: "Older" }).click();
    await last(page, /revision 3 of 4: removed/).waitFor();
    await shoot("curator-history");
  });

  test("works through the queue and the gaps", async () => {
    const member = bot.person("Member");
    await send(member, await member.command("suggest"), {
      text: "Say which lock guards do not sleep, please.",
      link: "https://docs.kernel.org/rust/index.html",
    });
    await member.command("ask", { question: "how do I frobnicate the gribble?" });
    const { page, shoot } = await open();
    await type(page, "/facts queue");
    const queue = last(page, /Suggestion · 1 of 1/);
    await queue.getByRole("button", { name: "Reject…" }).waitFor();
    await shoot("curator-queue", queue);
    await queue.getByRole("button", { name: "Reject…" }).click();
    const form = page.getByRole("dialog", { name: "Reject" });
    await form.getByRole("textbox", { name: "Reason" }).fill("There is one: see spin locks.");
    await form.getByRole("button", { name: "Submit" }).click();
    await last(page, /Rejected/).waitFor();
    await type(page, "/facts gaps");
    const gaps = last(page, /1 question without an answer/);
    await gaps.getByRole("combobox").click();
    await page.getByRole("option", { name: /frobnicate/ }).click();
    await last(page, /Asked 1 time/).waitFor();
    await shoot("curator-gap", last(page, /Asked 1 time/));
    await last(page, /Asked 1 time/)
      .getByRole("button", { name: "Dismiss", exact: true })
      .click();
    await last(page, /Every question that was asked had an answer/).waitFor();
  });
});
