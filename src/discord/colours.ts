/** Colours of the bar beside an embed. */
export const COLOURS = {
  /** What is in force, and what belongs to nothing else. */
  rust: 0xd9622b,
  /** What somebody should look at. */
  amber: 0xe0a82e,
  /** What is no longer true. */
  grey: 0x80848e,
  /** What curators work with. */
  blurple: 0x5865f2,
} as const;
