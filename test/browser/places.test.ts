import { describe, expect, test } from "vitest";
import { useShowcase } from "./showcase.ts";
import { hasChromium } from "./support.ts";

describe.skipIf(!hasChromium)("people and places", () => {
  const showcase = useShowcase();

  test("another person sees their own places, and not what only the first one saw", async () => {
    const { page, shoot } = await showcase().open();
    await page.keyboard.type("/echo between us");
    await page.keyboard.press("Enter");
    await page.getByText("between us", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^Acting as Member/ }).click();
    await shoot("people");
    await page.getByRole("menuitemradio", { name: /^Helper/ }).click();
    await page.getByRole("button", { name: /^Acting as Helper/ }).waitFor();
    expect(await page.getByText("between us", { exact: true }).count()).toBe(0);
    await page.keyboard.type("hello from the helper");
    await page.keyboard.press("Enter");
    const message = page.locator(".message", { hasText: "hello from the helper" });
    await message.getByText("Helper", { exact: true }).waitFor();
  });

  test("a reload stays with the person and the place", async () => {
    const { page } = await showcase().open();
    await page.getByRole("button", { name: "help", exact: true }).click();
    await page.getByRole("textbox", { name: "Message #help" }).waitFor();
    await page.reload();
    await page.getByRole("textbox", { name: "Message #help" }).waitFor();
  });

  test("a direct message with the bot is a place like others", async () => {
    const { page, shoot } = await showcase().open();
    await page.getByRole("button", { name: "Direct messages" }).click();
    await page.getByRole("textbox", { name: /^Message @/ }).waitFor();
    await page.keyboard.type("/echo just us two");
    await page.keyboard.press("Enter");
    await page.getByText("just us two", { exact: true }).waitFor();
    await shoot("direct-message");
  });

  test("everything fits on a screen of 360 pixels", async () => {
    const { page, shoot } = await showcase().open({ viewport: { width: 360, height: 740 } });
    const fits = "document.documentElement.scrollWidth <= 360";
    await page.keyboard.type("/card ");
    await page.keyboard.press("Enter");
    const message = page.locator(".message", { hasText: "used /card" });
    await message.getByRole("button", { name: "Danger" }).waitFor();
    expect(await page.evaluate(fits)).toBe(true);
    await shoot("narrow");
    await page.getByRole("button", { name: "Channels and people" }).click();
    await page.getByRole("button", { name: "help", exact: true }).click();
    await page.getByRole("textbox", { name: "Message #help" }).waitFor();
    await page.getByRole("button", { name: /^Raw payloads/ }).click();
    await page.getByRole("complementary", { name: "Raw payloads" }).waitFor();
    expect(await page.evaluate(fits)).toBe(true);
    await shoot("narrow-panel");
  });

  test("the theme follows the system until somebody chooses, and the choice stays", async () => {
    const { page } = await showcase().open({ colorScheme: "light" });
    const scheme = "document.documentElement.style.colorScheme";
    expect(await page.evaluate(scheme)).toBe("light");
    await page.getByRole("button", { name: "Switch to the dark theme" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Switch to the light theme" }).waitFor();
    expect(await page.evaluate(scheme)).toBe("dark");
  });
});
