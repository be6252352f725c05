import type {
  Caller,
  CommandCall,
  ComponentCall,
  ModalCall,
  Options,
} from "../../src/discord/command.ts";

/** Somebody who may do everything, in a server. */
const CALLER: Caller = {
  userId: "1".repeat(18),
  userName: "Moderator",
  guildId: "2".repeat(18),
  channelId: "3".repeat(18),
  inBotDm: false,
  can: () => true,
  roleIds: [],
};

/** A command as it was called, with these options. */
export function commandCall(subcommand: string, given: Readonly<Record<string, string>> = {}) {
  const options: Options = {
    subcommand,
    getString: (name) => given[name] ?? "",
    findString: (name) => given[name],
    findBoolean: () => undefined,
    findUser: () => undefined,
    findAttachment: () => undefined,
  };
  return { ...CALLER, options } satisfies CommandCall;
}

/** A modal as it was sent off: its custom id as it was opened, and what was typed. */
export function modalCall(customId: string, typed: Readonly<Record<string, string>>) {
  const [, action = "", ...args] = customId.split(":");
  return { ...CALLER, action, args, text: (input) => typed[input] ?? "" } satisfies ModalCall;
}

/** A button as it was pressed, by its custom id, on a private message. */
export function buttonCall(customId: string) {
  const [, action = "", ...args] = customId.split(":");
  const message = {
    id: "4".repeat(18),
    private: true,
    menuOptions: () => [],
    findButton: () => undefined,
  };
  return { ...CALLER, action, args, values: [], message } satisfies ComponentCall;
}
