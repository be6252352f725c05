import type { Action, Exchange } from "../protocol.ts";
import type { FilledIn } from "./composer/option-form.ts";
import type { Api } from "./connection.ts";
import { readFilePart } from "./file-part.ts";
import type { CommandEntry } from "./slash/command-entry.ts";
import type { Suggestion } from "./slash/option-value.ts";
import type { PageState } from "./state/model.ts";

type Deed<Kind = Action> = Kind extends Action ? Omit<Kind, "as" | "in"> : never;

/** What the reader does, in the place and as the person they are now. A modal that comes of it is opened. */
export function createActing(api: Api, now: () => PageState, opened: (exchange: Exchange) => void) {
  async function act(deed: Deed): Promise<Exchange> {
    const { as, in: place } = now();
    const exchange = await api.act({ ...deed, as, in: place });
    if (!exchange) throw new Error("The playground did not pass this on to the bot.");
    if (exchange.outcome === "modal" && exchange.modal) opened(exchange);
    return exchange;
  }

  return {
    say(content: string) {
      const { as, in: place } = now();
      return api.act({ type: "say", content, as, in: place });
    },
    async run({ entry, options, files }: FilledIn) {
      const parts = [...files].map(async ([name, file]) => [name, await readFilePart(file)]);
      return act({
        type: "command",
        ...namesOf(entry),
        options,
        ...(parts.length > 0 && { files: Object.fromEntries(await Promise.all(parts)) }),
      });
    },
    async complete(
      entry: CommandEntry,
      options: FilledIn["options"],
      focused: string,
    ): Promise<readonly Suggestion[]> {
      const exchange = await act({ type: "autocomplete", ...namesOf(entry), options, focused });
      if (!exchange.choices) throw new Error("The bot gave no choices.");
      return exchange.choices.map(({ name, value }) => ({ name, value }));
    },
    runOnMessage: (command: string, message: string) =>
      act({ type: "message-command", command, message }),
    press: (message: string, customId: string, values?: readonly string[]) =>
      act({ type: "component", message, customId, ...(values && { values }) }),
    submit: (exchange: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      act({ type: "modal", exchange, fields }),
  };
}

export type Acting = ReturnType<typeof createActing>;

function namesOf({ command, group, subcommand }: CommandEntry) {
  return {
    command: command.id,
    ...(group !== undefined && { group }),
    ...(subcommand !== undefined && { subcommand }),
  };
}
