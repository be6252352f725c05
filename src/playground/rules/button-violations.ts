import {
  type APIButtonComponent,
  type APIMessageComponentEmoji,
  ButtonStyle,
} from "discord-api-types/v10";
import { type Violation, violation } from "../validation/violation.ts";

/** What is wrong with a button by itself. */
export function buttonViolations(
  button: APIButtonComponent,
  path: readonly (string | number)[],
): readonly Violation[] {
  const has = (key: string) =>
    Object.entries(button).some(([name, value]) => name === key && value);
  const problem = (key: string, code: string, message: string) => [
    violation([...path, key], code, message),
  ];
  const link = button.style === ButtonStyle.Link;
  const premium = button.style === ButtonStyle.Premium;
  return [
    ...(link && has("custom_id")
      ? problem("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "Not on a link.")
      : []),
    ...(link && !has("url") ? problem("url", "BASE_TYPE_REQUIRED", "A link needs one.") : []),
    ...(!link && has("url") ? problem("url", "BUTTON_COMPONENT_INVALID", "Only on a link.") : []),
    ...(!link && !premium && !has("custom_id")
      ? problem("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required.")
      : []),
    ...(premium !== has("sku_id")
      ? problem("sku_id", "BUTTON_COMPONENT_INVALID", "For premium buttons, and only for them.")
      : []),
    ...(!premium && !has("label") && !has("emoji")
      ? problem("label", "BUTTON_COMPONENT_INVALID", "A label or an emoji is required.")
      : []),
  ];
}

const ONE_EMOJI = "^\\p{RGI_Emoji}$";
// Built at run time: the flag is newer than the language level that this is compiled for.
const UNICODE_EMOJI = new RegExp(ONE_EMOJI, "v");
const EMOJI_STYLE = "\u{fe0f}";

/** What is wrong with the emoji of a button or option. */
export function emojiViolations(
  emoji: APIMessageComponentEmoji | null | undefined,
  path: readonly (string | number)[],
): readonly Violation[] {
  if (!emoji || emoji.id) return [];
  const name = emoji.name ?? "";
  if (UNICODE_EMOJI.test(name) || UNICODE_EMOJI.test(name + EMOJI_STYLE)) return [];
  return [violation([...path, "emoji", "name"], "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")];
}
