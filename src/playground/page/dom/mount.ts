import { type Attributes, type Child, isTree, type Tree } from "./tree.ts";

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "path", "circle"]);

/** Turns a tree into elements. */
export function mount(tree: Tree): HTMLElement | SVGElement {
  if (!SVG_TAGS.has(tree.tag)) {
    return furnish(document.createElement(tree.tag), tree.attributes, tree.children);
  }
  const shape = document.createElementNS(SVG, tree.tag);
  if (!(shape instanceof SVGElement)) throw new Error(`${tree.tag} is no SVG element`);
  return furnish(shape, tree.attributes, tree.children);
}

/** An element to hold on to, with its own type: `make("input", …).value`. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  return furnish(document.createElement(tag), attributes, children.flat());
}

/** Puts new children in the place of the old ones. */
export function refill(element: Element, ...children: readonly (Child | readonly Child[])[]): void {
  element.replaceChildren(...children.flat().flatMap(toNode));
}

/** Lets a listener see keyboard events only, with their type. */
export function onKey(listen: (event: KeyboardEvent) => void): (event: Event) => void {
  return (event) => {
    if (event instanceof KeyboardEvent && !event.isComposing) listen(event);
  };
}

function furnish<E extends Element>(
  element: E,
  attributes: Attributes,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "object") listen(element, value);
    // Through the CSSOM: a strict content policy refuses style attributes.
    else if (name === "style" && element instanceof HTMLElement)
      element.style.cssText = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flatMap(toNode));
  return element;
}

function listen(element: Element, listeners: Readonly<Record<string, (event: Event) => void>>) {
  for (const [type, listener] of Object.entries(listeners))
    element.addEventListener(type, listener);
}

function toNode(child: Child): (Node | string)[] {
  if (child === undefined || child === null || child === false) return [];
  if (typeof child === "string") return [child];
  if (isTree(child)) return [mount(child)];
  return child instanceof Node ? [child] : [];
}
