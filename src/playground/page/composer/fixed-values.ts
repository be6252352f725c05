import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { OPTION } from "../discord-numbers.ts";
import type { Suggestion } from "../slash/option-value.ts";
import { type PageState, placeNow } from "../state/model.ts";

const YES_OR_NO: readonly Suggestion[] = [
  { name: "True", value: true },
  { name: "False", value: false },
];

/** All that an option can be, where that is known beforehand; undefined where any text will do. */
export function fixedValues(
  option: APIApplicationCommandBasicOption,
  state: PageState,
): readonly Suggestion[] | undefined {
  switch (option.type) {
    case OPTION.boolean:
      return YES_OR_NO;
    case OPTION.user:
    case OPTION.mentionable:
      return [
        ...state.server.people.map(({ id, name, description }) => ({
          name,
          value: id,
          description,
        })),
        { name: state.server.bot.name, value: state.server.bot.id, description: "the bot" },
      ];
    case OPTION.channel:
      return channelsHere(state);
    case OPTION.string:
    case OPTION.integer:
    case OPTION.number:
      return option.choices?.map(({ name, value }) => ({ name, value }));
    default:
      return undefined;
  }
}

function channelsHere(state: PageState): readonly Suggestion[] {
  const here = placeNow(state)?.guild?.id;
  const places = state.server.places.filter(
    ({ guild }) => guild !== undefined && guild.id === here,
  );
  return places.map(({ id, name }) => ({ name: `#${name}`, value: id }));
}
