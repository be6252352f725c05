import { randomBytes } from "node:crypto";

/** A token of the right shape: the bot's id, a time, and a secret. */
export function newToken(id: string): string {
  const part = (bytes: number) => randomBytes(bytes).toString("base64url");
  return `${Buffer.from(id).toString("base64url")}.${part(4)}.${part(28)}`;
}
