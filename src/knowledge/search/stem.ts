/**
 * The English stemmer of Martin Porter's second edition ("Porter2"), written from its published description: it brings
 * `lock`, `locks`, `locked` and `locking` to one stem, so that the form of a word in a question does not matter. Nor does
 * it matter whether it is spelt as in Britain or in America: `initialiser` and `initializer` have one stem too.
 * Words with anything but a-z in them are left as they are.
 * @see https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  // An upper-case Y marks one that is a consonant.
  const marked = american(word).replace(/^y|(?<=[aeiouy])y/g, "Y");
  const r1 = R1_PREFIX.exec(marked)?.[0].length ?? regionAfter(marked, 0);
  const r2 = regionAfter(marked, r1);
  return STEPS.reduce((text, step) => step(text, r1, r2), marked).toLowerCase();
}

/** Also changes words that are spelt alike everywhere, such as `exercise`: no other word has what they become. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(?=(?:e[ds]?|ers?|ing|ations?|able)$)/, "iz"],
  [/(?<=[a-z]{2}l)ys(?=(?:e[ds]?|ers?|ing)$)/, "yz"],
  [/(?<=[a-z]{3})our(?=(?:s|ed|ing|al|able)?$)/, "or"],
  [/(?<=lic|def|off)ence(?=s?$)/, "ense"],
];

function american(word: string): string {
  return BRITISH.reduce((text, [ending, by]) => text.replace(ending, by), word);
}

/** Takes the word and where its regions R1 and R2 begin: the parts that a suffix must lie in to be taken off. */
type Step = (word: string, r1: number, r2: number) => string;

const R1_PREFIX = /^(?:gener|commun|arsen)/;
const VOWEL = /[aeiouy]/;
/** A short syllable at the end: what a final `e` belongs to. */
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;

const STEPS: readonly Step[] = [
  plural,
  past,
  (word) => word.replace(/(?<=.[^aeiouy])[yY]$/, "i"),
  suffixes(
    [
      ["ational", "ate"],
      ["ization", "ize"],
      ["fulness", "ful"],
      ["ousness", "ous"],
      ["iveness", "ive"],
      ["tional", "tion"],
      ["biliti", "ble"],
      ["lessli", "less"],
      ["entli", "ent"],
      ["ation", "ate"],
      ["alism", "al"],
      ["aliti", "al"],
      ["ousli", "ous"],
      ["iviti", "ive"],
      ["fulli", "ful"],
      ["enci", "ence"],
      ["anci", "ance"],
      ["abli", "able"],
      ["izer", "ize"],
      ["ator", "ate"],
      ["alli", "al"],
      ["bli", "ble"],
      ["ogi", "og", /l$/],
      ["li", "", /[cdeghkmnrt]$/],
    ],
    "r1",
  ),
  suffixes(
    [
      ["ational", "ate"],
      ["tional", "tion"],
      ["alize", "al"],
      ["icate", "ic"],
      ["iciti", "ic"],
      ["ical", "ic"],
      ["ness", ""],
      ["ful", ""],
    ],
    "r1",
  ),
  suffixes(
    [
      ["ement", ""],
      ["ative", ""],
      ["ance", ""],
      ["ence", ""],
      ["able", ""],
      ["ible", ""],
      ["ment", ""],
      ["ant", ""],
      ["ent", ""],
      ["ism", ""],
      ["ate", ""],
      ["iti", ""],
      ["ous", ""],
      ["ive", ""],
      ["ize", ""],
      ["ion", "", /[st]$/],
      ["al", ""],
      ["er", ""],
      ["ic", ""],
    ],
    "r2",
  ),
  finalLetter,
];

/** Where the region after the first consonant that follows a vowel begins, looking from `from` on. */
function regionAfter(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function plural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[sd]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return word.endsWith("s") && VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function past(word: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(word);
  if (eed) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word;
  const suffix = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (!suffix || !VOWEL.test(word.slice(0, suffix.index))) return word;
  const rest = word.slice(0, suffix.index);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (DOUBLE.test(rest)) return rest.slice(0, -1);
  return r1 >= rest.length && SHORT_SYLLABLE.test(rest) ? `${rest}e` : rest;
}

/** The first suffix of the list that the word ends in is replaced, if it lies in the region and follows `after`. */
function suffixes(
  rules: readonly (readonly [suffix: string, by: string, after?: RegExp])[],
  region: "r1" | "r2",
): Step {
  return (word, r1, r2) => {
    const rule = rules.find(([suffix]) => word.endsWith(suffix));
    if (!rule) return word;
    const [suffix, by, after] = rule;
    const rest = word.slice(0, -suffix.length);
    if (rest.length < (region === "r1" ? r1 : r2) || after?.test(rest) === false) return word;
    return rest + by;
  };
}

function finalLetter(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith("ll")) return rest.length >= r2 ? rest : word;
  if (!word.endsWith("e")) return word;
  if (rest.length >= r2) return rest;
  return rest.length >= r1 && !SHORT_SYLLABLE.test(rest) ? rest : word;
}
