import { setTimeout as sleep } from "node:timers/promises";
import { GatewayDispatchEvents } from "discord-api-types/v10";
import type { DeliveryFaults } from "./gateway/delivery-faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import {
  buildInteraction,
  type HowToAct,
  type InteractionAction,
} from "./interactions/build-interaction.ts";
import { metadataOf } from "./interactions/metadata.ts";
import { RefusedAct } from "./interactions/refused-act.ts";
import { isAlwaysPrivate, isByUserInstallOnly, sceneOf } from "./interactions/surroundings.ts";
import type { Action, Event, Exchange, ShownMessage, State } from "./protocol.ts";
import type { StandIn } from "./rest/stand-in.ts";
import type { InteractionRecord } from "./state/interaction-record.ts";
import { avatarOf } from "./world/avatar.ts";
import { messageBy } from "./world/message-by.ts";
import { userOf } from "./world/objects.ts";

/** Acts in people's places and sees what they see. Tests use it directly, and the page through `/playground`. */
export interface Drive {
  state(): State;
  /** Resolves with the first response or, without one, at the deadline. Rejects with RefusedAct where a client would not let one. */
  act(action: InteractionAction, how?: HowToAct): Promise<Exchange>;
  /** Like `act`, without waiting for anything: the exchange is pending. */
  send(action: InteractionAction, how?: HowToAct): Exchange;
  say(action: Action & { readonly type: "say" }): ShownMessage;
  /** The exchange as it is now. */
  exchange(id: string): Exchange;
  /** Resolves with the exchange as soon as it is so. */
  until(id: string, isSo: (exchange: Exchange) => boolean): Promise<Exchange>;
  /** Resolves when the bot has answered, no promised answer is outstanding, and it has asked for nothing for a moment. */
  settled(id: string): Promise<Exchange>;
  /** @returns how to stop listening */
  listen(listener: (event: Event) => void): () => void;
}

interface Dependencies {
  readonly standIn: StandIn;
  readonly gateway: Gateway;
  readonly faults: DeliveryFaults;
  readonly listen: Drive["listen"];
}

const QUIET_MS = 60;

export function createDrive({ standIn, gateway, faults, listen }: Dependencies): Drive {
  const { directory, messages, exchanges, commands, newSnowflake } = standIn;

  function send(action: InteractionAction, how: HowToAct = {}): Exchange {
    const scene = sceneOf(standIn, action);
    const { interaction, opener } = buildInteraction(standIn, scene, action, how);
    const owners = interaction.authorizing_integration_owners;
    const source = action.type === "component" ? action.message : opener?.source;
    const record = exchanges.open({
      action,
      interaction,
      metadata: metadataOf(interaction, userOf(scene.person), opener),
      byUserInstallOnly: isByUserInstallOnly(owners),
      alwaysPrivate: isAlwaysPrivate(standIn, scene, owners),
      ...(source !== undefined && { source }),
    });
    deliver(record);
    return exchanges.snapshot(record);
  }

  /** Without a bot at the gateway nobody can answer. */
  function deliver(record: InteractionRecord): void {
    const { lateMs, times } = faults.next();
    const dispatch = () => {
      for (let time = 0; time < times; time++) {
        const isSent = gateway.dispatch(
          GatewayDispatchEvents.InteractionCreate,
          record.interaction,
        );
        if (!isSent) exchanges.expire(record);
      }
    };
    if (lateMs > 0) setTimeout(dispatch, lateMs).unref();
    else dispatch();
  }

  function recordOf(id: string): InteractionRecord {
    const record = exchanges.find(id);
    if (!record) throw new Error(`no exchange ${id}`);
    return record;
  }

  async function settled(id: string): Promise<Exchange> {
    const record = recordOf(id);
    await exchanges.until(id, ({ outcome }) => outcome !== "pending");
    for (;;) {
      const before = record.requests.length;
      await sleep(QUIET_MS);
      if (record.requests.length === before && exchanges.isQuiet(record))
        return exchanges.snapshot(record);
    }
  }

  return {
    state: () => ({
      bot: {
        id: directory.world.bot.id,
        name: directory.world.bot.name,
        avatar: avatarOf(directory.world.bot.id, directory.world.bot.name),
        online: gateway.online(),
      },
      people: directory.people(),
      places: directory.places(),
      commands: commands.all(),
      messages: messages.list(),
      exchanges: exchanges.list(),
    }),
    act(action, how) {
      const { id } = send(action, how);
      return exchanges.until(id, ({ outcome }) => outcome !== "pending");
    },
    send,
    say(action) {
      const { person, location } = sceneOf(standIn, action);
      if (action.content.trim() === "") throw new RefusedAct("There is nothing to say.");
      const shown = messageBy(newSnowflake(), location.id, person, action.content);
      messages.put(shown);
      return shown;
    },
    exchange: (id) => exchanges.snapshot(recordOf(id)),
    until: exchanges.until,
    settled,
    listen,
  };
}

export type { HowToAct, InteractionAction };
