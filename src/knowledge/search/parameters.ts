/** The numbers that ranking depends on. */
export const PARAMETERS = {
  k1: 1.2,
  b: 0.75,
  whole: 1,
  part: 1,
  joined: 0.9,
  split: 0.9,
  near1: 0.85,
  near2: 0.5,
  nearCount: 0.25,
  nearFirst: 0.7,
  nearMax: 6,
  finish: 0.9,
  finishMax: 24,
  repeat: 1,
};
