import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";

const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz";

describe("the settings", () => {
  it("need nothing: without a token the playground is meant", () => {
    const { config, warnings } = loadConfig({});
    expect(config.token).toBeUndefined();
    expect(config).toMatchObject({
      factsDir: "data",
      dataDir: "var",
      playgroundPort: 4680,
      gaps: true,
    });
    expect(warnings).toEqual([]);
  });

  it("take an empty value for an absent one, as an unfilled .env leaves it", () => {
    expect(loadConfig({ DISCORD_TOKEN: " ", PLAYGROUND_PORT: "" }).config).toEqual(
      loadConfig({}).config,
    );
  });

  it("say that the playground is started for a token of nothing but spaces", () => {
    const { config, warnings } = loadConfig({ DISCORD_TOKEN: " \t" });
    expect(config.token).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^DISCORD_TOKEN .*the playground/)]);
    expect(loadConfig({ DISCORD_TOKEN: "" }).warnings).toEqual([]);
  });

  it("call a flag's values as they are documented, and understand the other words", () => {
    const problems = problemsOf({ GAPS: "maybe", REQUIRE_SECOND_CURATOR: "maybe" });
    expect(problems).toContain("GAPS must be on or off.");
    expect(problems).toContain("REQUIRE_SECOND_CURATOR must be yes or no.");
    expect(loadConfig({ GAPS: "no" }).config.gaps).toBe(false);
  });

  it("name every problem at once, and never the token", () => {
    const wrong = {
      DISCORD_TOKEN: "secret-but-wrong",
      CURATOR_GUILD_IDS: "12",
      STALE_AFTER_DAYS: "-1",
      GAPS: "maybe",
      LOG_LEVEL: "loud",
      DISCORD_API_URL: "http://discord.example/api",
    };
    const problems = problemsOf(wrong);
    for (const name of Object.keys(wrong)) expect(problems).toContain(name);
    expect(problems).not.toContain("secret");
  });

  it.each([
    ["http://127.0.0.1:4000/api", true],
    ["http://localhost:4000/api", true],
    ["http://[::1]:4000/api", true],
    ["https://discord.example/api", true],
    ["http://discord.example/api", false],
    ["http://127.0.0.1.example/api", false],
    ["ftp://127.0.0.1/api", false],
    ["nonsense", false],
  ])("let the token go to %s: %s", (url, allowed) => {
    expect(problemsOf({ DISCORD_API_URL: url }) === "").toBe(allowed);
  });

  it("warn of a name that is nearly a setting, and of a bot that nobody can curate", () => {
    const { warnings } = loadConfig({
      DISCORD_TOKEN: TOKEN,
      CURATOR_GUILD_ID: "1".repeat(18),
      HOME: "/",
    });
    expect(warnings).toEqual([
      "CURATOR_GUILD_ID is not a setting. Did you mean CURATOR_GUILD_IDS?",
      expect.stringContaining("nobody can change facts"),
    ]);
  });

  it("warn of a short name that is cut or has a letter too many, and of no other", () => {
    expect(loadConfig({ GAP: "off" }).warnings).toEqual([
      "GAP is not a setting. Did you mean GAPS?",
    ]);
    expect(loadConfig({ GAPSS: "off" }).warnings).toHaveLength(1);
    expect(loadConfig({ MAPS: "", PS1: "$", LOG: "x", _: "node" }).warnings).toEqual([]);
  });

  it("read lists of ids separated by commas or spaces", () => {
    const [a, b] = ["1".repeat(18), "2".repeat(19)];
    expect(loadConfig({ CURATOR_ROLE_IDS: ` ${a}, ${b} ` }).config.curatorRoleIds).toEqual([a, b]);
  });
});

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
