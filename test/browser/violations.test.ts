import { describe, expect, test } from "vitest";
import { useShowcase } from "./showcase.ts";
import { hasChromium } from "./support.ts";

describe.skipIf(!hasChromium)("what goes wrong", () => {
  const showcase = useShowcase();

  test("an invalid answer is marked in red, and the panel says which rule it broke", async () => {
    const { page, shoot } = await showcase().open();
    await page.keyboard.type("/invalid ");
    await page.keyboard.press("Enter");
    const failure = page.locator(".message", { hasText: "used /invalid" });
    await failure.getByText("The application did not respond").waitFor();
    await failure.getByRole("button", { name: /violation/ }).click();
    const panel = page.getByRole("complementary", { name: "Raw payloads" });
    await panel.getByText(/title/).first().waitFor();
    await shoot("violation");
    const violations = await panel.getByRole("list", { name: /Violations/ }).allTextContents();
    expect(violations.join()).toMatch(/title.*256|256.*title/s);
    expect(await page.getByRole("button", { name: /Raw payloads, \d+ violation/ }).count()).toBe(1);
  });

  test("a bot that never answers is told of as Discord does", async () => {
    const { page } = await showcase().open();
    await page.keyboard.type("/silent ");
    await page.keyboard.press("Enter");
    const failure = page.locator(".message", { hasText: "used /silent" });
    await failure.getByText("The application did not respond").waitFor();
    await failure.getByText("Only you can see this").waitFor();
  });

  test("the panel shows the request, the reply and the time of a good answer", async () => {
    const { page, shoot } = await showcase().open();
    await page.keyboard.type("/echo hello");
    await page.keyboard.press("Enter");
    await page.locator(".message", { hasText: "used /echo" }).waitFor();
    await page.getByRole("button", { name: /^Raw payloads/ }).click();
    const panel = page.getByRole("complementary", { name: "Raw payloads" });
    await panel.getByRole("button", { name: /\/echo replied [\d.]+ ms/ }).click();
    await panel.getByText(/^First response after [\d.]+ ms\.$/).waitFor();
    await panel.getByText('"content"').first().waitFor();
    await shoot("panel");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await panel.getByRole("button", { name: "Copy Interaction sent to the bot" }).click();
    await page.getByText("Copied.").waitFor();
    const copied: unknown = JSON.parse(
      String(await page.evaluate("navigator.clipboard.readText()")),
    );
    expect(copied).toMatchObject({ type: 2, data: { name: "echo" } });
  });
});
