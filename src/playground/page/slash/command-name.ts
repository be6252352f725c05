import type { Action, Exchange } from "../../protocol.ts";

/** What was used, as Discord names it: `/facts edit`, or the plain name of a command in a message's menu. */
export function commandName({ interaction, action }: Exchange): string {
  const name =
    "data" in interaction && interaction.data && "name" in interaction.data
      ? interaction.data.name
      : "";
  return action.type === "message-command" ? name : `/${[name, ...subcommandOf(action)].join(" ")}`;
}

/** A line for the list of exchanges. */
export function actionName(exchange: Exchange): string {
  const { action } = exchange;
  switch (action.type) {
    case "say":
      return "message";
    case "command":
    case "message-command":
      return commandName(exchange);
    case "autocomplete":
      return `${commandName(exchange)} ${action.focused}: ${String(action.options[action.focused] ?? "")}`;
    case "component":
      return `component ${action.customId}`;
    case "modal":
      return "modal submitted";
  }
}

function subcommandOf(action: Action): string[] {
  if (action.type !== "command" && action.type !== "autocomplete") return [];
  return [action.group, action.subcommand].filter((part) => part !== undefined);
}
