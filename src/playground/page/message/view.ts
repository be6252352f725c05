import type { APISelectMenuComponent, APIUser } from "discord-api-types/v10";
import type { Child } from "../dom/tree.ts";
import type { Names } from "../markdown/render-markdown.ts";

/** What drawing a message needs to know of the world around it. */
export interface View {
  readonly names: Names;
  /** The reader's id. */
  readonly me: string;
  /** A local picture for an author. */
  avatar(author: string): string | undefined;
  /** The address on this server under which a picture can be loaded; undefined for one from elsewhere. */
  local(url: string): string | undefined;
  /** A working menu. */
  select(component: APISelectMenuComponent, message: string): Child;
}

/** What a person or a bot is called. */
export function nameOf({ global_name, username }: APIUser): string {
  return global_name ?? username;
}
