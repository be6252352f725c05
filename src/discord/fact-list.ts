import type { Fact } from "../knowledge/fact.ts";

/** How many facts stand on one page of a list: few enough to read, and to choose from in one menu. */
const PAGE_SIZE = 10;

/** A stretch of a list. `page` counts from 0 and is within the list whatever was asked for. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
}

/** The page of a list that was asked for by an untrusted number, or the nearest there is. */
export function pageOf<Item>(
  items: readonly Item[],
  asked: string | number | undefined,
): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const wanted = Math.trunc(Number(asked));
  const page = Number.isFinite(wanted) ? Math.min(Math.max(wanted, 0), pages - 1) : 0;
  return { items: items.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), page, pages };
}

/** Titles as a list; what is no longer true is struck through. */
export function titleList(facts: readonly Fact[]): string {
  return facts
    .map((fact) => (fact.status === "superseded" ? `- ~~${fact.title}~~` : `- ${titleLine(fact)}`))
    .join("\n");
}

/** A title at the beginning of a line, where a `#` would make a heading of it. */
export function titleLine({ title }: Pick<Fact, "title">): string {
  return title.replace(/^(?=(?:#{1,3}|>{1,3}|-#|[-*])\s)/, "\\");
}

/** Which page of a list it is; absent where there is one page. */
export function pageFooter({ page, pages }: Omit<Page<unknown>, "items">) {
  return pages > 1 ? { footer: { text: `page ${page + 1} of ${pages}` } } : {};
}
