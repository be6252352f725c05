import type { ComponentCall, MessageBody, Response } from "./command.ts";

/** Changes the message for whoever posted it; somebody else gets a private copy, and the message stays as it is. */
export function updateForPoster(call: ComponentCall, message: MessageBody): Response {
  return call.message.private || call.message.posterId === call.userId
    ? { type: "update", message }
    : { type: "reply", private: true, message };
}
