/**
 * Discord's limits that the bot keeps to, in UTF-16 code units or entries.
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 * @see https://docs.discord.com/developers/components/reference
 * @see https://docs.discord.com/developers/interactions/application-commands
 */
export const DISCORD_LIMITS = {
  contentMax: 2_000,
  embedDescriptionMax: 4_096,
  /** Over all embeds of a message. */
  embedsTotalMax: 6_000,
  choices: 25,
  choiceNameMax: 100,
  selectOptions: 25,
  selectLabelMax: 100,
  selectDescriptionMax: 100,
  placeholderMax: 150,
  buttonLabelMax: 80,
  customIdMax: 100,
  modalTitleMax: 45,
  modalLabels: 5,
  labelMax: 45,
  labelDescriptionMax: 100,
  textInputMax: 4_000,
} as const;

/** The first response to an interaction must arrive within this time. */
export const FIRST_RESPONSE_DEADLINE_MS = 3_000;

/** A file that a bot may upload where the server has no boosts. */
export const UPLOAD_MAX_BYTES = 10 * 1_024 * 1_024;
