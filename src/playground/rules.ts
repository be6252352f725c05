/**
 * What Discord asks of payloads and its OpenAPI description does not say. Each rule names its source and has a test with a
 * payload that breaks it. Lengths are UTF-16 code units, as clients count.
 */
export { AUTOCOMPLETE_RULES } from "./rules/autocomplete-rules.ts";
export { COMMAND_RULES } from "./rules/command-rules.ts";
export { MESSAGE_RULES } from "./rules/message-rules.ts";
export { MODAL_RULES } from "./rules/modal-rules.ts";
export { checkRules, type Rule } from "./rules/rule.ts";
