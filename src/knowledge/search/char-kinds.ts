/** What a character is to the tokenizer. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;

const LETTER = /[\p{L}\p{M}]/u;
const CAPITAL = /\p{Lu}/u;
const NUMBER = /\p{N}/u;

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char >= "a" && char <= "z") return LOWER;
  if (char >= "A" && char <= "Z") return UPPER;
  return char >= "0" && char <= "9" ? DIGIT : OTHER;
});

/**
 * The kind of the UTF-16 unit at `at`; OTHER past the end. Halves of surrogate pairs count as letters: what stands
 * outside the basic plane is a letter or an emoji, and an emoji may be looked for too.
 */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII_KINDS[code] ?? OTHER) : wideKind(code);
}

function wideKind(code: number): number {
  if (Number.isNaN(code)) return OTHER;
  if (code >= 0xd800 && code <= 0xdfff) return LOWER;
  const char = String.fromCharCode(code);
  if (NUMBER.test(char)) return DIGIT;
  if (CAPITAL.test(char)) return UPPER;
  return LETTER.test(char) ? LOWER : OTHER;
}
