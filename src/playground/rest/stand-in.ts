import type { Attachments } from "../state/attachments.ts";
import type { Commands } from "../state/commands.ts";
import type { Exchanges } from "../state/exchanges.ts";
import type { Messages } from "../state/messages.ts";
import type { NewSnowflake } from "../state/snowflakes.ts";
import type { Directory } from "../world/directory.ts";

/** All that the stand-in knows; requests of the bot and acts of people read and change it. */
export interface StandIn {
  readonly directory: Directory;
  readonly messages: Messages;
  readonly exchanges: Exchanges;
  readonly commands: Commands;
  readonly attachments: Attachments;
  readonly newSnowflake: NewSnowflake;
  readonly applicationId: string;
  /** Such as `ws://127.0.0.1:4680/gateway`. */
  readonly gatewayUrl: () => string;
}
