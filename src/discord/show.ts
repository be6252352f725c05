import type { MessageBody, Response, ShownMessage } from "./command.ts";

/**
 * A private answer: in place of the private message that was used, or beside anything that others can see, which stays
 * as it is.
 */
export function showPrivately(
  call: { readonly message?: ShownMessage },
  message: MessageBody,
): Response {
  return call.message?.private
    ? { type: "update", message }
    : { type: "reply", private: true, message };
}
