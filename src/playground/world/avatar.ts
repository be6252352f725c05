/** Colours of avatars, all readable under white letters. */
const COLOURS = ["#5865f2", "#3ba55d", "#c2410c", "#a21caf", "#0e7490", "#b91c1c", "#4d7c0f"];

/** A picture of somebody's initial as a `data:` URL: nothing is loaded from outside. */
export function avatarOf(id: string, name: string): string {
  const colour = COLOURS[Number(BigInt(id) % BigInt(COLOURS.length))];
  const initial = [...name][0]?.toUpperCase().replace(/[^\p{L}\p{N}]/u, "?") ?? "?";
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/>` +
    `<text x="32" y="43" font-family="sans-serif" font-size="32" fill="#fff" text-anchor="middle">${initial}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
