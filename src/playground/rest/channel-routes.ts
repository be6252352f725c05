import { type APIMessage, MessageType, PermissionFlagsBits } from "discord-api-types/v10";
import { timestampOf } from "../state/snowflakes.ts";
import { asRecord, parseMessage } from "../validation/bodies.ts";
import { checkSpec } from "../validation/spec.ts";
import type { Location } from "../world/directory.ts";
import { channelOf, userOf } from "../world/objects.ts";
import { buildContent } from "./build-message.ts";
import { refusals, refuseInvalid } from "./discord-error.ts";
import { editMessage } from "./interaction-messages.ts";
import { type ApiRequest, noContent, ok, type Route } from "./router.ts";
import type { StandIn } from "./stand-in.ts";

const MESSAGES = "/channels/:channel/messages";
const MESSAGE = `${MESSAGES}/:message`;

/** What a bot does in channels of its own accord, without an interaction. */
export function channelRoutes(standIn: StandIn): readonly Route[] {
  const { directory, messages, newSnowflake } = standIn;

  /** The channel, where the bot has to be allowed to do this. */
  function locationOf(request: ApiRequest, ...needed: readonly bigint[]): Location {
    const location = directory.findLocation(request.param("channel"));
    if (!location) throw refusals.unknown("Channel");
    const permissions = directory.botPermissionsIn(location);
    if (permissions === undefined || (permissions & PermissionFlagsBits.ViewChannel) === 0n) {
      throw refusals.missingAccess();
    }
    if (needed.some((bit) => (permissions & bit) === 0n)) throw refusals.missingPermissions();
    return location;
  }

  /** Ephemeral messages are out of reach here. */
  function messageOf(request: ApiRequest): APIMessage {
    const location = locationOf(request);
    const shown = messages.find(request.param("message"));
    if (!shown || shown.onlyFor !== undefined || shown.message.channel_id !== location.id) {
      throw refusals.unknown("Message");
    }
    return shown.message;
  }

  function isOwn(message: APIMessage): boolean {
    return message.author.id === directory.world.bot.id;
  }

  function post(request: ApiRequest) {
    const location = locationOf(request, PermissionFlagsBits.SendMessages);
    if (location.kind === "bot-dm" && location.person.refusesDms) throw refusals.cannotDm();
    const body = parseMessage("channel message", request.body);
    const built = buildContent(standIn, location.id, { body, files: request.files });
    const id = newSnowflake();
    const pings = [...built.pings.users, ...built.pings.roles, ...built.pings.wide];
    const message: APIMessage = {
      id,
      type: MessageType.Default,
      channel_id: location.id,
      author: userOf(directory.world.bot, true),
      timestamp: timestampOf(id),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      ...built.content,
    };
    messages.put({ message, ...(pings.length > 0 && { pings }) });
    return ok(message);
  }

  return [
    {
      method: "GET",
      path: "/channels/:channel",
      handle: (request) => ok(channelOf(directory, locationOf(request))),
    },
    { method: "POST", path: MESSAGES, handle: post },
    { method: "GET", path: MESSAGE, handle: (request) => ok(messageOf(request)) },
    {
      method: "PATCH",
      path: MESSAGE,
      handle(request) {
        const message = messageOf(request);
        if (!isOwn(message)) throw refusals.notTheAuthor();
        const body = parseMessage("channel message edit", request.body);
        return ok(editMessage(standIn, message.id, { body, files: request.files }));
      },
    },
    {
      method: "DELETE",
      path: MESSAGE,
      handle(request) {
        const message = messageOf(request);
        if (!isOwn(message)) locationOf(request, PermissionFlagsBits.ManageMessages);
        messages.remove(message.id);
        return noContent;
      },
    },
    {
      method: "POST",
      path: "/users/@me/channels",
      handle(request) {
        refuseInvalid(checkSpec("direct message", request.body));
        const person = directory.findPerson(String(asRecord(request.body).recipient_id));
        if (!person) throw refusals.unknown("User");
        return ok(channelOf(directory, directory.dmOf(person)));
      },
    },
  ];
}
