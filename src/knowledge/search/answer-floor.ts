/**
 * The least score at which the best match is given as the answer; below it the answer is "I don't know". Scores are
 * calibrated so that 2.5 % of the questions that the facts answer fall below a half; see `docs/search.md`.
 */
export const ANSWER_FLOOR = 0.5;
