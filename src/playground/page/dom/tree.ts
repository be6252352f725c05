/**
 * What is to be drawn, as plain data. Rendering makes trees, which tests can read without a browser, and only
 * `mount` turns them into elements, always by `createElement` and text nodes: no string is ever parsed as HTML.
 */
export interface Tree {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** An element that somebody holds on to, such as an input, placed inside a tree. */
export interface Mounted {
  readonly nodeType: number;
}

export type Listeners = Readonly<Record<string, (event: Event) => void>>;

export interface Attributes {
  readonly on?: Listeners;
  /** `true` sets an empty attribute; `false` and `undefined` leave it out. */
  readonly [name: string]: string | number | boolean | Listeners | undefined;
}

/** `false`, `undefined` and `null` draw nothing, so that a condition can stand among children. */
export type Child = Tree | Mounted | string | false | undefined | null;

export function el(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): Tree {
  return { tag, attributes, children: children.flat() };
}

export function isTree(child: Child): child is Tree {
  return typeof child === "object" && child !== null && "tag" in child;
}

/** All text in it, in order, as a screen reader would come across it. */
export function textOf(child: Child): string {
  if (typeof child === "string") return child;
  return isTree(child) ? child.children.map(textOf).join("") : "";
}
