/**
 * Words that carry a question's grammar rather than its subject: articles, pronouns, auxiliaries, prepositions,
 * conjunctions and question words of English, and the small talk that a question in a chat is wrapped in. They are
 * looked for only where a query has no other words.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    "a an the this that these those some any each every all both such same other another",
    "i me my mine we us our you your yours he him his she her it its they them their one ones",
    "am is are was were be been being do does did doing done have has had having",
    "can could may might must shall should will would cannot cant dont doesnt didnt isnt arent wasnt werent wont",
    "im ive id ill youre theyre its thats whats whos wheres hows theres lets",
    "and or but nor if then else than so as because while although though whether either neither",
    "of in on at by for from to into onto with without within about against between through during",
    "over under after before above below up down out off upon via per toward towards among",
    "who whom whose which what when where why how there here",
    "not no yes just only very too also much many more most still yet ever really actually",
    "please hi hello hey thanks thank anyone anybody someone somebody",
  ].flatMap((line) => line.split(" ")),
);
