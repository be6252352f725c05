import { describe, expect, test } from "vitest";
import { HOSTILE } from "../support/showcase-bot-commands.ts";
import { useShowcase } from "./showcase.ts";
import { hasChromium, sendTyped } from "./support.ts";

describe.skipIf(!hasChromium)("messages", () => {
  const showcase = useShowcase();

  test("an embed with all parts, buttons of every kind and a menu are drawn and work", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, shoot } = await showcase().open({ colorScheme });
      await page.keyboard.type("/card ");
      const message = await sendTyped(page, "/card");
      const embed = message.getByRole("article", { name: "All parts of an embed" });
      await embed.waitFor();
      await shoot(`card-${colorScheme}`);
      expect(await embed.getByText("a link").getAttribute("href")).toContain("docs.kernel.org");
      await embed.getByText(/1[01] December 2022/).waitFor();
      expect(await message.getByRole("button", { name: "Disabled" }).isDisabled()).toBe(true);
      await message.getByRole("button", { name: "Danger" }).click();
      await message.getByText("Pressed press:danger").waitFor();
      await message.getByText("(edited)").waitFor();
      await message.getByRole("combobox", { name: /Choose a size/ }).click();
      await shoot(`menu-${colorScheme}`);
      await message.getByRole("option", { name: "Large" }).click();
      await message.getByText("Chose large").waitFor();
    }
  });

  test("a menu is used from the keyboard", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/card ");
    const message = await sendTyped(page, "/card");
    await message.getByRole("combobox", { name: /Choose a size/ }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("l");
    await page.keyboard.press("Enter");
    await message.getByText("Chose large").waitFor();
  });

  test("hostile text in names, embeds, choices and custom ids does nothing", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type(HOSTILE);
    await page.keyboard.press("Enter");
    await page.keyboard.type(`/fruit ${HOSTILE.slice(0, 2)}`);
    await page.getByRole("option", { name: HOSTILE }).waitFor();
    await page.keyboard.press("Enter");
    const name = page.getByRole("combobox", { name: "name" });
    await expect.poll(() => name.inputValue()).toContain("<img");
    await page.keyboard.press("Enter");
    await page.getByText("used /fruit").waitFor();
    await page.keyboard.type("/hostile ");
    await page.keyboard.press("Enter");
    const message = page.locator(".message", { hasText: "used /hostile" });
    await message.getByRole("button", { name: HOSTILE }).click();
    await message.getByText(`Pressed ${HOSTILE}`).waitFor();
    await message.getByRole("button", { name: "Raw payload" }).click();
    expect(await page.locator("img[onerror], img[src=x]").count()).toBe(0);
    expect(await page.title()).not.toBe("broken");
  });

  test("a deferred answer shows that the bot is thinking, and then the answer", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/slow ");
    await page.keyboard.press("Enter");
    await page.getByText("is thinking…").waitFor();
    await page.getByText("Thought about it.").waitFor();
    await page.getByText("is thinking…").waitFor({ state: "detached" });
  });

  test("a file is offered for download with its content", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/file ");
    await page.keyboard.press("Enter");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "notes.txt" }).click();
    const stream = await (await downloading).createReadStream();
    const content: Buffer[] = [];
    for await (const part of stream) content.push(Buffer.from(part));
    expect(Buffer.concat(content).toString()).toBe("notes of the showcase");
  });
});
