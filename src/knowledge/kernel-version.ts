const PATTERN = /^v?(\d{1,3})\.(\d{1,4})$/i;

/**
 * Reads a mainline release as people write it (`6.10`, `v6.10`, ` Linux 6.10 `, `6.10-rc3`, `6.10.5`) as `6.10`.
 * Returns undefined for anything else.
 */
export function parseKernelVersion(text: string): string | undefined {
  const trimmed = text
    .trim()
    .replace(/^(?:linux|kernel)\s+/i, "")
    .replace(/(?:\.\d+|-rc\d+)$/i, (suffix, offset: number, whole: string) =>
      suffix.startsWith("-") || whole.slice(0, offset).includes(".") ? "" : suffix,
    );
  const match = PATTERN.exec(trimmed);
  if (!match) return undefined;
  return `${Number(match[1])}.${Number(match[2])}`;
}

/** Negative when `a` came before `b`, 0 when they are one, positive after: `6.9` comes before `6.10`. */
export function compareKernelVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
