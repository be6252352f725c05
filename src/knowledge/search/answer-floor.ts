/** The least score at which the best match is given as the answer; below it the answer is "I don't know". */
export const ANSWER_FLOOR = 0.5;
