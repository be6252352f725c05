import { ApplicationCommandOptionType, InteractionType } from "discord-api-types/v10";
import { AUTOCOMPLETE_RULES, checkRules, MODAL_RULES } from "../rules.ts";
import type { FirstResponse, InteractionRecord } from "../state/interaction-record.ts";
import { type Callback, parseCallback } from "../validation/bodies.ts";
import { violation } from "../validation/violation.ts";
import { refusals, refuseInvalid } from "./discord-error.ts";
import { editMessage, postAnswer, postLoading, standsOnMessage } from "./interaction-messages.ts";
import { type ApiRequest, noContent, ok, type Route } from "./router.ts";
import type { StandIn } from "./stand-in.ts";

type Outcome = Omit<FirstResponse, "afterMs">;

/** `POST /interactions/{id}/{token}/callback`: the first response to an interaction. */
export function callbackRoute(standIn: StandIn): Route {
  return {
    method: "POST",
    path: "/interactions/:interaction/:token/callback",
    open: true,
    handle(request) {
      const record = standIn.exchanges.find(request.param("interaction"));
      if (record?.token !== request.param("token")) throw refusals.unknown("interaction");
      standIn.exchanges.assertPending(record);
      const callback = parseCallback(request.body);
      refuseUnfitting(record, callback);
      standIn.exchanges.respond(record, apply(standIn, record, callback, request));
      if (request.query.get("with_response") !== "true") return noContent;
      return ok(responseTo(standIn, record, callback));
    },
  };
}

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
function refuseUnfitting(record: InteractionRecord, { type }: Callback): void {
  const autocomplete = record.interaction.type === InteractionType.ApplicationCommandAutocomplete;
  const fits = {
    4: !autocomplete,
    5: !autocomplete,
    6: standsOnMessage(record),
    7: standsOnMessage(record),
    8: autocomplete,
    9: !autocomplete && record.interaction.type !== InteractionType.ModalSubmit,
  }[type];
  if (fits) return;
  const message = "This kind of response does not answer this kind of interaction.";
  refuseInvalid([violation(["type"], "INTERACTION_CALLBACK_TYPE_INVALID", message)]);
}

/** Does what the response asks for, and says what became of it. */
function apply(
  standIn: StandIn,
  record: InteractionRecord,
  callback: Callback,
  { files }: ApiRequest,
): Outcome {
  switch (callback.type) {
    case 4:
      postAnswer(standIn, record, { body: callback.data, files, at: ["data"] });
      return { outcome: "message" };
    case 5:
      postLoading(standIn, record, callback.data.flags);
      return { outcome: "deferred" };
    case 6:
      updatesSource(record);
      return { outcome: "deferred-update" };
    case 7:
      editMessage(standIn, record.source ?? "", { body: callback.data, files, at: ["data"] });
      updatesSource(record);
      return { outcome: "update" };
    case 8: {
      const { choices } = callback;
      const optionType = focusedType(record);
      refuseInvalid(checkRules(AUTOCOMPLETE_RULES, { choices, optionType }));
      return { outcome: "choices", choices };
    }
    case 9:
      refuseInvalid(checkRules(MODAL_RULES, callback.modal));
      return { outcome: "modal", modal: callback.modal };
  }
}

function updatesSource(record: InteractionRecord): void {
  if (record.source !== undefined) record.original = record.source;
}

/** The type of the option that is being typed. */
function focusedType({ interaction }: InteractionRecord): ApplicationCommandOptionType {
  if (interaction.type !== InteractionType.ApplicationCommandAutocomplete) {
    return ApplicationCommandOptionType.String;
  }
  const flat = interaction.data.options.flatMap((option) =>
    "options" in option
      ? (option.options ?? []).flatMap((below) =>
          "options" in below ? (below.options ?? []) : [below],
        )
      : [option],
  );
  const focused = flat.find((option) => "focused" in option && option.focused);
  return focused?.type ?? ApplicationCommandOptionType.String;
}

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function responseTo(standIn: StandIn, record: InteractionRecord, { type }: Callback) {
  const id = type === 6 ? undefined : record.original;
  const shown = id === undefined ? undefined : standIn.messages.find(id);
  const interaction = {
    id: record.id,
    type: record.interaction.type,
    channel_id: record.action.in,
    ...("guild_id" in record.interaction && { guild_id: record.interaction.guild_id }),
  };
  if (!shown) return { interaction };
  return {
    interaction: {
      ...interaction,
      response_message_id: shown.message.id,
      response_message_loading: type === 5,
      response_message_ephemeral: shown.onlyFor !== undefined,
    },
    resource: { type, message: shown.message },
  };
}
