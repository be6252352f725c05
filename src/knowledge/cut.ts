const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Room for the end of the grapheme that the limit may fall into, so that no more of a long text is segmented. */
const BEYOND = 64;

/** The longest run of whole graphemes from the start of a text that fits `max` UTF-16 code units. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  // One grapheme can be as long as the text (zalgo): then nothing of it is taken.
  for (const { index, segment } of graphemes.segment(text.slice(0, max + BEYOND))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
