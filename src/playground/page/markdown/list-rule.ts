type Parse = (source: string, state: object) => readonly unknown[];

/** Lines that start with `- `, `* ` or `1. `, and the indented lines that carry them on. */
const LIST = /^( *(?:[-*]|\d{1,9}\.) +[^\n]*(?:\n(?: *(?:[-*]|\d{1,9}\.) +| {2,}\S)[^\n]*)*)(\n|$)/;
const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;
const ORDER_BEFORE_TEXT = 0;

interface Line {
  readonly indent: number;
  /** Absent in a line that carries on the one before. */
  readonly marker?: string;
  readonly text: string;
}

/** Discord's lists, which the parser library lacks: nested by indentation, each run of one kind of marker its own. */
export function listRule() {
  return {
    order: ORDER_BEFORE_TEXT,
    match: (source: string, state: object, before: string) =>
      "inList" in state || !/^$|\n *$/.test(before) ? null : LIST.exec(source),
    parse(capture: readonly string[], parse: Parse, state: object) {
      const lines = (capture[1] ?? "").split("\n").map(readLine);
      return { type: "lists", lists: nest(lines, parse, { ...state, inList: true }) };
    },
  };
}

function readLine(line: string): Line {
  const [, indent = "", marker = "", text = ""] = ITEM.exec(line) ?? [];
  return marker
    ? { indent: indent.length, marker, text }
    : { indent: Number.POSITIVE_INFINITY, text: line.trim() };
}

function nest(lines: readonly Line[], parse: Parse, state: object): readonly object[] {
  const [first] = lines;
  if (first?.marker === undefined) return [];
  const items: Line[][] = [];
  for (const line of lines) {
    if (line.marker !== undefined && line.indent <= first.indent) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return runs(items).map((run) => ({
    ordered: isNumber(run[0]?.[0]),
    start: Number.parseInt(run[0]?.[0]?.marker ?? "1", 10) || 1,
    items: run.map((item) => itemOf(item, parse, state)),
  }));
}

function itemOf(lines: readonly Line[], parse: Parse, state: object) {
  const nested = lines.findIndex((line, at) => at > 0 && line.marker !== undefined);
  const own = nested < 0 ? lines : lines.slice(0, nested);
  return {
    content: parse(own.map((line) => line.text).join("\n"), state),
    lists: nested < 0 ? [] : nest(lines.slice(nested), parse, state),
  };
}

/** Numbers after bullets are another list. */
function runs(items: readonly Line[][]): Line[][][] {
  const found: Line[][][] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last && isNumber(last[0]?.[0]) === isNumber(item[0])) last.push(item);
    else found.push([item]);
  }
  return found;
}

function isNumber(line: Line | undefined): boolean {
  return /\d/.test(line?.marker ?? "");
}
