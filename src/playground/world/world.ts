/**
 * Who is there and where: what a playground starts with. All ids are snowflakes; they are fixed so that what a bot keeps
 * about people and servers still fits after a restart.
 */
export interface World {
  readonly bot: { readonly id: string; readonly name: string };
  readonly people: readonly WorldPerson[];
  /** The first one is where the facts are curated. */
  readonly guilds: readonly [WorldGuild, ...WorldGuild[]];
  readonly privateChannels: readonly WorldPrivateChannel[];
  /** What people have said before the bot came, oldest first. */
  readonly messages: readonly WorldMessage[];
}

export interface WorldPerson {
  readonly id: string;
  readonly name: string;
  /** One line for the switch of users. */
  readonly description: string;
  /** Such as `en-US`, which is the default. */
  readonly locale?: string;
  /** Has installed the bot to their own account, and can use it everywhere. */
  readonly installedBot?: boolean;
  /** Takes no direct messages from bots. */
  readonly refusesDms?: boolean;
}

export interface WorldGuild {
  readonly id: string;
  readonly name: string;
  /** What everybody may do, as permission bits. */
  readonly everyone: bigint;
  readonly roles: readonly WorldRole[];
  readonly members: readonly WorldMember[];
  readonly channels: readonly WorldChannel[];
  /** Who curates the facts there, and the channel that is told of it; what a bot is set up with. */
  readonly curators?: { readonly roles: readonly string[]; readonly channel: string };
  /** The bot's roles; absent where the bot is not installed. */
  readonly bot?: { readonly roles: readonly string[] };
}

export interface WorldRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export interface WorldMember {
  readonly person: string;
  readonly roles: readonly string[];
}

export interface WorldChannel {
  readonly id: string;
  readonly name: string;
  readonly overwrites?: readonly WorldOverwrite[];
}

/** What a channel allows or denies a role or a member; the server's id stands for everybody. */
export interface WorldOverwrite {
  readonly for: string;
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** A conversation between people, without the bot. */
export interface WorldPrivateChannel {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
}

export interface WorldMessage {
  readonly in: string;
  readonly by: string;
  readonly content: string;
}
