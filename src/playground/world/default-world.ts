import { PermissionFlagsBits as Can } from "discord-api-types/v10";
import type { World } from "./world.ts";

const BOT = "1100000000000000001";
const MEMBER = "1100000000000000011";
const MODERATOR = "1100000000000000012";
const HELPER = "1100000000000000013";
const CURATOR = "1100000000000000014";
const OTHER_MODERATOR = "1100000000000000015";
const NEWCOMER = "1100000000000000016";

const RUST_FOR_LINUX = "1100000000000000100";
const ELSEWHERE = "1100000000000000200";
const WITHOUT_BOT = "1100000000000000300";
const HELP = "1100000000000000102";
const MODERATORS_CHANNEL = "1100000000000000103";

const MODERATORS = "1100000000000000111";
const HELPERS = "1100000000000000112";
const CURATORS = "1100000000000000113";
const BOTS = "1100000000000000114";
const OTHER_MODERATORS = "1100000000000000211";
const OTHER_BOTS = "1100000000000000212";

const EVERYBODY_CAN =
  Can.ViewChannel |
  Can.SendMessages |
  Can.EmbedLinks |
  Can.AttachFiles |
  Can.AddReactions |
  Can.ReadMessageHistory |
  Can.UseApplicationCommands |
  Can.UseExternalApps;
const MODERATORS_CAN = Can.ManageGuild | Can.ManageMessages | Can.KickMembers;
const BOT_CAN = Can.ViewChannel | Can.SendMessages | Can.EmbedLinks | Can.AttachFiles;

/** People of every kind that the bot treats differently, and a place for each way of using it. */
export const DEFAULT_WORLD: World = {
  bot: { id: BOT, name: "Rust for Linux facts" },
  people: [
    { id: MEMBER, name: "Member", description: "member" },
    { id: MODERATOR, name: "Moderator", description: "moderator (Manage Server)" },
    { id: HELPER, name: "Helper", description: "helper (Manage Messages only)" },
    { id: CURATOR, name: "Curator", description: "curator by role, no permissions" },
    {
      id: OTHER_MODERATOR,
      name: "Moderator elsewhere",
      description: "moderator of the other server",
    },
    {
      id: NEWCOMER,
      name: "Newcomer",
      description: "has installed the bot to their account",
      installedBot: true,
    },
  ],
  guilds: [
    {
      id: RUST_FOR_LINUX,
      name: "Rust for Linux",
      everyone: EVERYBODY_CAN,
      roles: [
        { id: MODERATORS, name: "Moderators", permissions: MODERATORS_CAN },
        { id: HELPERS, name: "Helpers", permissions: Can.ManageMessages },
        { id: CURATORS, name: "Fact curators", permissions: 0n },
        { id: BOTS, name: "Bots", permissions: BOT_CAN },
      ],
      members: [
        { person: MEMBER, roles: [] },
        { person: MODERATOR, roles: [MODERATORS] },
        { person: HELPER, roles: [HELPERS] },
        { person: CURATOR, roles: [CURATORS] },
        { person: NEWCOMER, roles: [] },
      ],
      channels: [
        { id: "1100000000000000101", name: "general" },
        { id: HELP, name: "help" },
        {
          id: MODERATORS_CHANNEL,
          name: "moderators",
          overwrites: [
            { for: RUST_FOR_LINUX, deny: Can.ViewChannel },
            { for: MODERATORS, allow: Can.ViewChannel },
            { for: CURATORS, allow: Can.ViewChannel },
            { for: BOTS, allow: Can.ViewChannel },
          ],
        },
        {
          id: "1100000000000000104",
          name: "announcements",
          overwrites: [
            { for: RUST_FOR_LINUX, deny: Can.SendMessages },
            { for: BOTS, deny: Can.SendMessages },
          ],
        },
      ],
      curators: { roles: [CURATORS], channel: MODERATORS_CHANNEL },
      bot: { roles: [BOTS] },
    },
    {
      id: ELSEWHERE,
      name: "Elsewhere",
      everyone: EVERYBODY_CAN,
      roles: [
        { id: OTHER_MODERATORS, name: "Moderators", permissions: MODERATORS_CAN },
        { id: OTHER_BOTS, name: "Bots", permissions: BOT_CAN },
      ],
      members: [
        { person: OTHER_MODERATOR, roles: [OTHER_MODERATORS] },
        { person: MEMBER, roles: [] },
      ],
      channels: [{ id: "1100000000000000201", name: "lobby" }],
      bot: { roles: [OTHER_BOTS] },
    },
    {
      id: WITHOUT_BOT,
      name: "Without the bot",
      everyone: EVERYBODY_CAN,
      roles: [],
      members: [
        { person: NEWCOMER, roles: [] },
        { person: MEMBER, roles: [] },
      ],
      channels: [
        { id: "1100000000000000301", name: "open" },
        {
          id: "1100000000000000302",
          name: "quiet",
          overwrites: [{ for: WITHOUT_BOT, deny: Can.UseExternalApps }],
        },
      ],
    },
  ],
  privateChannels: [
    { id: "1100000000000000401", name: "Newcomer and Member", people: [NEWCOMER, MEMBER] },
  ],
  messages: [
    {
      in: HELP,
      by: NEWCOMER,
      content:
        "I read that Rust in the kernel is only an experiment. Is that still so, and which release was it merged in?",
    },
    {
      in: HELP,
      by: MEMBER,
      content: "What does `pin_init!` do, and why do drivers need `Pin` at all?",
    },
    {
      in: HELP,
      by: HELPER,
      content: "Which rustc version do I need to build 6.12 with CONFIG_RUST=y?",
    },
  ],
};
