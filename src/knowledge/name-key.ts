/**
 * What is left of a name when case, accents, white space and most punctuation are ignored: names with the same key are
 * one name. Signs that tell identifiers apart stay (`+`, `#`, `&`, `*`, `<`, `>`, `:`, `.`), so that `6.1` is not `61`.
 * A key may be empty for a name without any of these; such a name is told apart by itself.
 */
export function nameKey(name: string): string {
  const key = name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#&*<>:.]+/gu, "")
    .replace(/[.:]+$/u, "");
  return key === "" ? name.trim() : key;
}
