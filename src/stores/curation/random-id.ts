import { randomInt } from "node:crypto";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 8;

/** A short id that is not taken yet: 8 characters of `a-z0-9`, not to be guessed. */
export function randomId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const id = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    if (!isTaken(id)) return id;
  }
}
