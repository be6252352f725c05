/** A whole number from 1 to 2³⁰ for a text: FNV-1a, cut to what an engine keeps as a small integer. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return ((value ^ (value >>> 16)) & 0x3fffffff) + 1;
}
