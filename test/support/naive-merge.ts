import type { Fact, Source } from "../../src/knowledge/fact.ts";

/**
 * What merging should come to, told as slowly and plainly as can be: an oracle for the real one. It knows lists as sets
 * and nothing of the limits of a fact.
 */
export function naiveMerge(
  base: Fact | null,
  mine: Fact | null,
  theirs: Fact | null,
): Fact | null | "conflict" {
  const [was, own, other] = [base, mine, theirs].map((side) => JSON.stringify(side));
  if (own === other || other === was) return mine;
  if (own === was) return theirs;
  if (!base || !mine || !theirs) return "conflict";

  const plain = new Map<string, unknown>();
  for (const field of ["title", "body", "topic", "status", "featured", "since", "until"] as const) {
    const options = new Set([mine[field], theirs[field]]);
    if (options.size > 1) options.delete(base[field]);
    if (options.size > 1) return "conflict";
    const [value] = options;
    if (value !== undefined) plain.set(field, value);
  }
  for (const field of ["aliases", "tags", "related"] as const) {
    const untouched = [mine, theirs].find((side) => `${side[field]}` === `${base[field]}`);
    if (untouched) {
      plain.set(field, untouched === mine ? theirs[field] : mine[field]);
      continue;
    }
    const everything = new Set([...mine[field], ...theirs[field], ...base[field]]);
    plain.set(
      field,
      [...everything].filter((item) => {
        const [inBase, inMine, inTheirs] = [base, mine, theirs].map((side) =>
          side[field].includes(item),
        );
        return inBase ? inMine && inTheirs : inMine || inTheirs;
      }),
    );
  }
  const sources: Source[] = [];
  for (const url of new Set([...mine.sources, ...theirs.sources].map((source) => source.url))) {
    const [b, m, t] = [base, mine, theirs].map((side) =>
      JSON.stringify(side.sources.find((source) => source.url === url)),
    );
    const options = new Set([m, t]);
    if (options.size > 1) options.delete(b);
    if (options.size > 1) return "conflict";
    const [value] = options;
    if (value !== undefined) sources.push(JSON.parse(value));
  }
  // Nothing is left to cite: that is no fact.
  if (sources.length === 0) return "conflict";
  return {
    ...withoutReleases(mine),
    ...Object.fromEntries(plain),
    sources,
    checked: naiveCheck(base, mine, theirs),
  };
}

function withoutReleases({ since: _, until: __, ...fact }: Fact): Fact {
  return fact;
}

function naiveCheck(...[base, mine, theirs]: readonly [Fact, Fact, Fact]): Fact["checked"] {
  const key = ({ checked: { on, against } }: Fact) => on + against.padStart(5);
  if (key(mine) === key(base)) return theirs.checked;
  if (key(theirs) === key(base)) return mine.checked;
  return key(mine) < key(theirs) ? theirs.checked : mine.checked;
}
