import * as z from "zod";
import type { Action } from "../protocol.ts";

const text = z.string().max(10_000);
const names = { command: text, group: z.exactOptional(text), subcommand: z.exactOptional(text) };
const options = z.record(text, z.union([text, z.number(), z.boolean()]));
const file = z.object({ name: text, base64: z.base64() });

const ACTION = z.intersection(
  z.object({ as: text, in: text }),
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("say"), content: text }),
    z.object({
      type: z.literal("command"),
      ...names,
      options,
      files: z.exactOptional(z.record(text, file)),
    }),
    z.object({ type: z.literal("autocomplete"), ...names, options, focused: text }),
    z.object({ type: z.literal("message-command"), command: text, message: text }),
    z.object({
      type: z.literal("component"),
      message: text,
      customId: text,
      values: z.exactOptional(z.array(text)),
    }),
    z.object({
      type: z.literal("modal"),
      exchange: text,
      fields: z.record(text, z.union([text, z.array(text)])),
    }),
  ]),
);

/** What the page asks for; `undefined` when it is not an action. */
export function parseAction(json: string): Action | undefined {
  try {
    return ACTION.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
