import type { StandIn } from "../rest/stand-in.ts";
import { userOf } from "../world/objects.ts";

/** The data of READY. Without intents, servers are named and never described. */
export function readyOf({ directory, applicationId }: StandIn): object {
  const installed = directory.world.guilds.filter(({ bot }) => bot !== undefined);
  return {
    user: { ...userOf(directory.world.bot, true), verified: true, mfa_enabled: false, email: null },
    guilds: installed.map(({ id }) => ({ id, unavailable: true })),
    application: { id: applicationId, flags: 0 },
    private_channels: [],
    user_settings: {},
    relationships: [],
    presences: [],
    session_type: "normal",
    geo_ordered_rtc_regions: [],
    guild_join_requests: [],
  };
}
