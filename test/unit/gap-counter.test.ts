import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGapCounter, type GapData } from "../../src/stores/curation/gap-counter.ts";
import { createMemoryDocument, type Document } from "../../src/stores/document.ts";

describe("counting gaps", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A document that says how often it was written, and can refuse. */
  function countedDocument() {
    const document = createMemoryDocument<GapData>([]);
    const seen = { writes: 0, refuses: false };
    const counted: Document<GapData> = {
      get data() {
        return document.data;
      },
      async update(change) {
        if (seen.refuses) throw new Error("full");
        if (change(document.data) !== document.data) seen.writes += 1;
        return document.update(change);
      },
      close: document.close,
    };
    return { counted, seen };
  }

  const gap = (key: string) => ({ key, question: `${key}?`, near: [] });

  it("writes a burst of misses once, within a few seconds", async () => {
    const { counted, seen } = countedDocument();
    const counter = createGapCounter(counted, () => new Date());
    for (let at = 0; at < 500; at++) await counter.countGap(gap(`key ${at % 50}`));
    expect(seen.writes).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.writes).toBe(1);
    expect(counted.data).toHaveLength(50);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.writes).toBe(1);
  });

  it("keeps what could not be written, reports it, and writes it with the next", async () => {
    const { counted, seen } = countedDocument();
    const report = vi.fn();
    const counter = createGapCounter(counted, () => new Date(), report);
    seen.refuses = true;
    await counter.countGap(gap("one"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(counted.data).toEqual([]);
    expect(report.mock.calls).toEqual([["counted gaps not written", new Error("full")]]);
    seen.refuses = false;
    await counter.countGap(gap("two"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(counted.data.map(({ key }) => key)).toEqual(["one", "two"]);
  });

  it("leaves a gap open that could not be dismissed", async () => {
    const { counted, seen } = countedDocument();
    const counter = createGapCounter(counted, () => new Date());
    await counter.countGap(gap("one"));
    seen.refuses = true;
    await expect(counter.closeGap("one", "dismissed")).rejects.toThrow("full");
    expect(await counter.listGaps()).toMatchObject([{ key: "one", state: "open" }]);
  });
});
