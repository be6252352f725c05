/** No word or stem has a greater number: nobody has so many different ones. */
const NUMBERS = 2 ** 26;

/** Stands for the beginning and the end of a text, where these are to count. */
export const EDGE = NUMBERS - 1;

/** The number of two words one after the other, greater than that of any word. */
export function bigramOf(first: number, second: number): number {
  return (first + 1) * NUMBERS + second;
}
