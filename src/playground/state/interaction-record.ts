import type { APIInteraction, APIMessageInteractionMetadata } from "discord-api-types/v10";
import type { Action, BotRequest, Exchange } from "../protocol.ts";

/** What is known of an interaction that was sent to the bot. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly action: Action;
  readonly interaction: APIInteraction;
  /** Milliseconds of the monotonic clock. */
  readonly sentAt: number;
  /** What messages that answer it say of it. */
  readonly metadata: APIMessageInteractionMetadata;
  /** The person has the bot, and the place has not. */
  readonly byUserInstallOnly: boolean;
  /** What the bot says there is for the person only, whatever it asks for. */
  readonly alwaysPrivate: boolean;
  /** The message whose component was used. */
  readonly source?: string;
  /** Messages that answer it, first to last. */
  readonly responses: string[];
  readonly requests: BotRequest[];
  /** What `@original` means: its first response, or the message that it updates. */
  original?: string;
  first: FirstResponse | { readonly outcome: "pending" | "expired" };
  underWay: number;
}

export interface FirstResponse extends Pick<Exchange, "choices" | "modal"> {
  readonly outcome: Exclude<Exchange["outcome"], "pending" | "expired">;
  readonly afterMs: number;
}

export type NewInteraction = Pick<
  InteractionRecord,
  "action" | "interaction" | "metadata" | "byUserInstallOnly" | "alwaysPrivate" | "source"
>;
