/** Who and where one is, in the page's address: a reload stays there, and a link leads there. */
export function readAddress(hash: string): { as?: string; in?: string } {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const [as, place] = [parameters.get("as"), parameters.get("in")];
  return { ...(as && { as }), ...(place && { in: place }) };
}

export function writeAddress(now: { readonly as: string; readonly in: string }): string {
  return `#${new URLSearchParams({ as: now.as, in: now.in })}`;
}
