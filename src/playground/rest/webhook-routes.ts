import { MessageFlags } from "discord-api-types/v10";
import type { InteractionRecord } from "../state/interaction-record.ts";
import { parseMessage } from "../validation/bodies.ts";
import { refusals } from "./discord-error.ts";
import { editMessage, isLoading, postAnswer } from "./interaction-messages.ts";
import { type ApiRequest, noContent, ok, type Route } from "./router.ts";
import type { StandIn } from "./stand-in.ts";

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const USER_INSTALL_FOLLOW_UPS_MAX = 5;

const WEBHOOK = "/webhooks/:application/:token";
const MESSAGE = `${WEBHOOK}/messages/:message`;

/** Everything after the first response: follow-ups, and changes of what was sent. */
export function webhookRoutes(standIn: StandIn, tokenLifetimeMs: number): readonly Route[] {
  const { exchanges, messages, applicationId } = standIn;

  function recordOf(request: ApiRequest): InteractionRecord {
    const record = exchanges.findByToken(request.param("token"));
    if (request.param("application") !== applicationId || !record || !("afterMs" in record.first)) {
      throw refusals.unknown("Webhook");
    }
    if (performance.now() - record.sentAt > tokenLifetimeMs) throw refusals.invalidWebhookToken();
    return record;
  }

  /** An interaction's token reaches its own answers, and the message that it came from. */
  function messageOf(record: InteractionRecord, request: ApiRequest): string {
    const named = request.param("message");
    const id = named === "@original" ? record.original : named;
    const isOwn = id !== undefined && (record.responses.includes(id) || id === record.source);
    if (!isOwn || !messages.find(id)) throw refusals.unknown("Message");
    return id;
  }

  function followUp(request: ApiRequest) {
    const record = recordOf(request);
    const body = parseMessage("follow-up", request.body);
    const draft = { body, files: request.files };
    // What was promised by a deferral comes first, with the privacy that the deferral chose.
    if (isLoading(standIn, record.original)) {
      const flags = (body.flags ?? 0) & ~MessageFlags.Ephemeral;
      return ok(editMessage(standIn, record.original, { ...draft, body: { ...body, flags } }));
    }
    const followUps = record.responses.filter((id) => id !== record.original).length;
    if (record.byUserInstallOnly && followUps >= USER_INSTALL_FOLLOW_UPS_MAX) {
      throw refusals.tooManyFollowUps();
    }
    return ok(postAnswer(standIn, record, draft));
  }

  return [
    { method: "POST", path: WEBHOOK, open: true, handle: followUp },
    {
      method: "GET",
      path: MESSAGE,
      open: true,
      handle: (request) => ok(messages.find(messageOf(recordOf(request), request))?.message),
    },
    {
      method: "PATCH",
      path: MESSAGE,
      open: true,
      handle(request) {
        const id = messageOf(recordOf(request), request);
        const body = parseMessage("webhook message edit", request.body);
        return ok(editMessage(standIn, id, { body, files: request.files }));
      },
    },
    {
      method: "DELETE",
      path: MESSAGE,
      open: true,
      handle(request) {
        messages.remove(messageOf(recordOf(request), request));
        return noContent;
      },
    },
  ];
}
