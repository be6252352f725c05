import { describe, expect, test } from "vitest";
import { useShowcase } from "./showcase.ts";
import { hasChromium } from "./support.ts";

describe.skipIf(!hasChromium)("a modal", () => {
  const showcase = useShowcase();

  test("is filled in and sent from the keyboard, and what is wrong is named first", async () => {
    const { page, shoot } = await showcase().open();
    const { keyboard } = page;
    await keyboard.type("/form ");
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "A form" });
    await dialog.waitFor();
    await shoot("modal");
    await keyboard.type("ab");
    await keyboard.press("Enter");
    await dialog.getByText("Must be 3 characters or more; these are 2.").waitFor();
    await dialog.getByText("Make a selection.").waitFor();
    await shoot("modal-problems");
    await keyboard.type("c");
    await dialog.getByText("Must be 3 characters").waitFor({ state: "detached" });
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await keyboard.press("Control+Enter");
    await page.getByText("Form: abc, prefilled, large").waitFor();
    await dialog.waitFor({ state: "hidden" });
    await keyboard.type("typing goes on");
    const composer = page.getByRole("textbox", { name: /^Message/ });
    expect(await composer.inputValue()).toBe("typing goes on");
  });

  test("keeps the focus inside, and Escape cancels it without sending anything", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/form ");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "A form" });
    await dialog.waitFor();
    for (let step = 0; step < 8; step++) await page.keyboard.press("Tab");
    const outside = "document.activeElement.closest('.channel, .sidebar') !== null";
    expect(await page.evaluate(outside)).toBe(false);
    const before = showcase().playground.drive.state().exchanges.length;
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(showcase().playground.drive.state().exchanges).toHaveLength(before);
  });
});
