import type { StandIn } from "./rest/stand-in.ts";
import type { Announcements } from "./state/announcements.ts";
import { createAttachments } from "./state/attachments.ts";
import { createCommands } from "./state/commands.ts";
import { createExchanges } from "./state/exchanges.ts";
import { createMessages } from "./state/messages.ts";
import { createSnowflakes } from "./state/snowflakes.ts";
import { createDirectory } from "./world/directory.ts";
import { messageBy } from "./world/message-by.ts";
import type { World } from "./world/world.ts";

interface Dependencies {
  readonly world: World;
  readonly origin: string;
  readonly gatewayUrl: string;
  readonly deadlineMs: number;
  readonly publish: Announcements["publish"];
}

/** Everything as it is before the bot comes: the world's people, places and messages, and nothing registered. */
export function createStandIn({
  world,
  origin,
  gatewayUrl,
  deadlineMs,
  publish,
}: Dependencies): StandIn {
  const newSnowflake = createSnowflakes(Date.now);
  const directory = createDirectory(world);
  const messages = createMessages(publish);
  const applicationId = world.bot.id;
  for (const { in: channel, by, content } of world.messages) {
    const person = directory.findPerson(by);
    if (!person) throw new Error(`there is nobody with the id ${by} in this world`);
    messages.put(messageBy(newSnowflake(), channel, person, content));
  }
  return {
    directory,
    messages,
    exchanges: createExchanges({ publish, messages, deadlineMs }),
    commands: createCommands({ applicationId, newSnowflake, publish }),
    attachments: createAttachments(newSnowflake, () => origin),
    newSnowflake,
    applicationId,
    gatewayUrl: () => gatewayUrl,
  };
}
