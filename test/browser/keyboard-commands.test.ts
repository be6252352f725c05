import { describe, expect, test } from "vitest";
import { useShowcase } from "./showcase.ts";
import { hasChromium } from "./support.ts";

describe.skipIf(!hasChromium)("commands from the keyboard alone", () => {
  const showcase = useShowcase();

  test("a value is found by autocomplete, optional options are added, and Enter sends", async () => {
    const { page, shoot } = await showcase().open();
    const { keyboard } = page;
    await keyboard.type("/fru");
    await page.getByRole("option", { name: /\/fruit/ }).waitFor();
    await shoot("picker");
    await keyboard.press("Enter");
    await page.getByRole("option", { name: "Banana" }).waitFor();
    await keyboard.type("b");
    await expect
      .poll(() => page.getByRole("option").allTextContents())
      .toEqual(["Banana", "Blackberry", "Blueberry"]);
    await shoot("autocomplete");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await keyboard.type("pie");
    await keyboard.press("Enter");
    await keyboard.type("3");
    await keyboard.press("Tab");
    await keyboard.type("ripe");
    await keyboard.press("Enter");
    await keyboard.type("tr");
    await keyboard.press("Enter");
    await shoot("options");
    await keyboard.press("Enter");
    await page.getByText("Fruit: blackberry, ripe: true, pieces: 3").waitFor();
    await page.getByText("used /fruit").waitFor();
  });

  test("Enter pressed before the suggestions are there picks the first of the newest", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/fruit bl");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.getByRole("combobox", { name: "name" }).inputValue())
      .toBe("Blackberry");
    await page.keyboard.press("Enter");
    await page.getByText("Fruit: blackberry", { exact: true }).waitFor();
  });

  test("a whole line with one text option is sent by one Enter", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/echo when was rust merged into the kernel");
    await page.keyboard.press("Enter");
    const answer = page.locator(".message", { hasText: "used /echo" });
    await answer.getByText("when was rust merged into the kernel").waitFor();
    await answer.getByText("Only you can see this").waitFor();
    await answer.getByRole("button", { name: "Dismiss message" }).click();
    await answer.waitFor({ state: "detached" });
  });

  test("a pasted line with named options fills them in", async () => {
    const { page } = await showcase().open();
    await page.getByRole("textbox", { name: /^Message/ }).fill("/fruit name:kiwi pieces:2");
    await page.keyboard.press("Enter");
    await page.getByText("Fruit: kiwi, pieces: 2", { exact: true }).waitFor();
  });

  test("missing and invalid options are named, and nothing is sent", async () => {
    const { page, shoot } = await showcase().open();
    const sent = showcase().playground.drive.state().exchanges.length;
    await page.keyboard.type("/echo ");
    await page.keyboard.press("Enter");
    await page.getByText("text This option is required.").waitFor();
    expect(await page.getByRole("combobox", { name: "text" }).getAttribute("aria-invalid")).toBe(
      "true",
    );
    await shoot("option-error");
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: /^Message/ }).fill("/fruit name:x pieces:12");
    await page.keyboard.press("Enter");
    await page.getByText("pieces The number must be 9 or less.").waitFor();
    const state = showcase().playground.drive.state();
    const commands = state.exchanges.slice(sent).filter(({ action }) => action.type === "command");
    expect(commands).toEqual([]);
  });

  test("Escape and Backspace lead back out of a command", async () => {
    const { page } = await showcase().open();
    const text = page.getByRole("textbox", { name: /^Message/ });
    await page.keyboard.type("/fruit ");
    await page.getByRole("combobox", { name: "name" }).waitFor();
    await page.getByRole("option", { name: "Banana" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await text.inputValue()).toBe("");
    await page.keyboard.type("/echo ");
    await page.keyboard.press("Backspace");
    expect(await text.inputValue()).toBe("");
    await page.keyboard.type("/echo kept");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("combobox", { name: "text" }).inputValue()).toBe("kept");
    await page.getByRole("button", { name: "Discard the command" }).click();
    await page.keyboard.type("/about nothing");
    await page.keyboard.press("Enter");
    await page.locator(".message", { hasText: "/about nothing" }).waitFor();
  });

  test("a message's command is run from its menu", async () => {
    const { page, shoot } = await showcase().open();
    await page.keyboard.type("three words here");
    await page.keyboard.press("Enter");
    const message = page.locator(".message", { hasText: "three words here" }).last();
    await message.waitFor();
    await message.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Count words" }).waitFor();
    await shoot("message-menu");
    await page.keyboard.press("Enter");
    await page.getByText("3 words", { exact: true }).waitFor();
    await page.getByText("used Count words").waitFor();
  });

  test("a file goes with a subcommand's attachment option", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/basket fill ");
    await page.getByLabel("with", { exact: true }).setInputFiles({
      name: "eggs.json",
      mimeType: "application/json",
      buffer: Buffer.from("[]"),
    });
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Got eggs.json").waitFor();
  });
});
