/**
 * Discord's numbers by name. The types come from discord-api-types; its values would bring the whole of Discord's
 * enumerations into the page.
 * @see https://discord.com/developers/docs/components/reference#component-object-component-types
 */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  separator: 14,
  container: 17,
  label: 18,
} as const;

/** @see https://discord.com/developers/docs/components/reference#button-button-styles */
export const BUTTON = { link: 5, premium: 6 } as const;
export const BUTTON_CLASSES = ["", "primary", "secondary", "success", "danger"] as const;

/** @see https://discord.com/developers/docs/components/reference#text-input-text-input-styles */
export const PARAGRAPH = 2;

/** @see https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const FLAG = { ephemeral: 1 << 6, loading: 1 << 7 } as const;

/** @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types */
export const COMMAND = { chatInput: 1, user: 2, message: 3 } as const;

/** @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;
