import type { APISelectMenuComponent } from "discord-api-types/v10";
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
