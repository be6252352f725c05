import fc from "fast-check";
import { expect, it } from "vitest";
import { createAuthorize } from "../../../src/discord/permissions.ts";

const GUILDS = ["guild-a", "guild-b"];
const ROLES = ["role-a", "role-b"];
const authorize = createAuthorize({ guildIds: GUILDS, roleIds: ROLES });
const permissions = ["ManageMessages", "ManageGuild", "Administrator"] as const;

it("lets in who is in a curating server and has the permission or a role there, and nobody else", () => {
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom(...GUILDS, "elsewhere"), { nil: undefined }),
      fc.subarray([...permissions]),
      fc.subarray([...ROLES, "other"]),
      (guildId, has, roleIds) => {
        const curating = guildId === "guild-a" || guildId === "guild-b";
        const manages = has.includes("ManageGuild") || has.includes("Administrator");
        const byRole = roleIds.includes("role-a") || roleIds.includes("role-b");
        const caller = { can: (one: (typeof permissions)[number]) => has.includes(one), roleIds };
        expect(authorize(guildId === undefined ? caller : { ...caller, guildId })).toBe(
          curating && (manages || byRole),
        );
      },
    ),
  );
});

it("lets nobody in by a role where no role is set", () => {
  const strict = createAuthorize({ guildIds: GUILDS, roleIds: [] });
  expect(strict({ guildId: "guild-a", can: () => false, roleIds: ["role-a"] })).toBe(false);
});
