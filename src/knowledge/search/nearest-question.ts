import type { ReadExamples, Words } from "./example-words.ts";
import { createResemblance } from "./resemblance.ts";

/** How far a query must resemble a question for the fact that answers it to be looked at, whatever its words are worth. */
const NEAR_MIN = 0.5;
/** What resembles less says nothing. */
const NOTICED_MIN = 0.3;
/** So many such facts are looked at. */
const NEAR_MAX = 8;

/** The questions nearest to a query, by the facts that answer them. */
export interface NearQuestions {
  /** How far the query resembles the nearest of the questions that the fact with this id answers: 0, or NOTICED_MIN to 1. */
  of(id: string): number;
  /** The ids of the facts whose questions it resembles most. */
  readonly ids: readonly string[];
}

const NONE: NearQuestions = { of: () => 0, ids: [] };

/** What is returned for a query is good until the next one. */
export function createNearestQuestion(
  answered: ReadExamples["answered"],
): (query: Words) => NearQuestions {
  if (answered.size === 0) return () => NONE;
  const resemblance = createResemblance([...answered.values()].flat());
  const ids = [...answered.keys()];
  const places = new Map(ids.map((id, place) => [id, place]));
  const owners = Uint32Array.from(
    [...answered.values()].flatMap((questions, place) => questions.map(() => place)),
  );
  const nearest = new Float64Array(ids.length);

  return (query) => {
    nearest.fill(0);
    const near = new Set<number>();
    resemblance(query, NOTICED_MIN, (question, value) => {
      const place = owners[question] ?? 0;
      if (value <= (nearest[place] ?? 0)) return;
      nearest[place] = value;
      if (value >= NEAR_MIN) near.add(place);
    });
    const resemblanceOf = (place: number) => nearest[place] ?? 0;
    return {
      of(id) {
        const place = places.get(id);
        return place === undefined ? 0 : resemblanceOf(place);
      },
      ids: [...near]
        .sort((a, b) => resemblanceOf(b) - resemblanceOf(a) || a - b)
        .slice(0, NEAR_MAX)
        .map((place) => ids[place] ?? ""),
    };
  };
}
