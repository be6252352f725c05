import { writeFileSync } from "node:fs";
import { ANSWER_FLOOR } from "../src/knowledge/search/answer-floor.ts";
import { createFactIndex } from "../src/knowledge/search/create-fact-index.ts";
import { readKnowledge } from "../src/stores/read-knowledge.ts";
import { ask, type Outcome, readSuite } from "../test/relevance/suite.ts";

/**
 * `tsx bench/relevance-plot.ts`: writes `docs/search-floor.svg`, how precision and recall of answers depend on the floor.
 * Precision: of the questions that are answered, how many rightly. Recall: of those that could be, how many are.
 */
const WIDTH = 560;
const HEIGHT = 420;
const MARGIN = 56;
const FLOORS = Array.from({ length: 101 }, (_, at) => at / 100);
const COLOURS = { calibration: "#2563eb", holdout: "#dc2626" } as const;

const suite = readSuite("test/relevance/questions.json");
const knowledge = await readKnowledge("data");
const { facts } = knowledge;
const index = createFactIndex(facts, knowledge);

const curves = (["calibration", "holdout"] as const).map((half) => {
  const outcomes = ask(index, suite[half]);
  return { half, outcomes, points: FLOORS.map((floor) => point(outcomes, floor)) };
});
writeFileSync("docs/search-floor.svg", svg());

interface Point {
  readonly floor: number;
  readonly precision: number;
  readonly recall: number;
}

function point(outcomes: readonly Outcome[], floor: number): Point {
  const answered = outcomes.filter(({ score }) => score >= floor && score > 0);
  const right = answered.filter(({ place }) => place === 0).length;
  const answerable = outcomes.filter(({ ids }) => ids.length > 0).length;
  return { floor, precision: right / Math.max(1, answered.length), recall: right / answerable };
}

function svg(): string {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((value) => [
    `<line x1="${x(value)}" y1="${y(0)}" x2="${x(value)}" y2="${y(1)}" stroke="#e5e7eb"/>`,
    `<line x1="${x(0)}" y1="${y(value)}" x2="${x(1)}" y2="${y(value)}" stroke="#e5e7eb"/>`,
    text(x(value), y(0) + 18, value.toFixed(1), "middle"),
    text(x(0) - 8, y(value) + 4, value.toFixed(1), "end"),
  ]);
  const lines = curves.flatMap(({ half, outcomes, points }, at) => {
    const chosen = point(outcomes, ANSWER_FLOOR);
    const path = points.map(({ recall, precision }) => `${x(recall)},${y(precision)}`).join(" ");
    const label = `${half}, floor ${ANSWER_FLOOR}: precision ${chosen.precision.toFixed(2)}, recall ${chosen.recall.toFixed(2)}`;
    return [
      `<polyline points="${path}" fill="none" stroke="${COLOURS[half]}" stroke-width="2"/>`,
      `<circle cx="${x(chosen.recall)}" cy="${y(chosen.precision)}" r="5" fill="${COLOURS[half]}"/>`,
      `<circle cx="${x(0.06)}" cy="${y(0.12 - at * 0.06)}" r="5" fill="${COLOURS[half]}"/>`,
      text(x(0.09), y(0.12 - at * 0.06) + 4, label, "start"),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    "<title>Precision against recall of answers over the floor</title>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    ...ticks,
    ...lines,
    text(x(0.5), HEIGHT - 12, "recall: answered rightly, of the answerable", "middle"),
    `<text x="16" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 16 ${y(0.5)})">precision: right, of the answered</text>`,
    "</svg>",
    "",
  ].join("\n");
}

function text(left: number, top: number, content: string, anchor: string): string {
  return `<text x="${left}" y="${top}" text-anchor="${anchor}">${content}</text>`;
}

function x(share: number): number {
  return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10;
}

function y(share: number): number {
  return Math.round((HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)) * 10) / 10;
}
