import { expect, test } from "vitest";
import { eachTerm } from "../../../../src/knowledge/search/tokenize.ts";

function terms(text: string): string {
  const read: string[] = [];
  eachTerm(text, (term, _start, _end, part) => read.push(part ? `(${term})` : term));
  return read.join(" ");
}

test.each([
  ["Rust's OWN words, don't they?", "rust own words dont they"],
  ["pin_init! and __init", "pininit (pin) (init) and init"],
  ["Pin<&mut T>", "pin mut t"],
  ["#[pin_data]", "pindata (pin) (data)"],
  ["SpinLock, RBTree, NVMe, APIs", "spinlock (spin) (lock) rbtree (tree) nvme apis"],
  ["RISC-V x86-64", "riscv (risc) x8664 (x86) (64)"],
  ["v6.10.5 6.10-rc1 linux-6.1", "6.10.5 (6.10) 6.10 rc1 linux 6.1"],
  ["C++ and C# and g++", "c++ and c# and g++"],
  ["I/O and/or", "io and or"],
  ["kernel::sync::Arc", "kernel sync arc"],
  ["CVE-2025-68260", "cve202568260 (cve) (2025) (68260)"],
  ["Zoë’s naïve CAFÉ ﬁle", "zoe naive cafe file"],
  ["Ядро 内核 ١٢", "ядро 内核 ١٢"],
  ["🦀!", "🦀"],
  [" \u0000 ... --- ", ""],
])("%j is read as its terms", (text, wanted) => {
  expect(terms(text)).toBe(wanted);
});

test("a term tells where it stands", () => {
  const text = "the `pin_init!` macro";
  const places: string[] = [];
  eachTerm(text, (_term, start, end) => places.push(text.slice(start, end)));
  expect(places).toEqual(["the", "pin_init", "pin_init", "pin_init", "macro"]);
});

test("a term is cut at 40 characters, and a compound that long is known by its parts", () => {
  expect(terms("x".repeat(100))).toBe("x".repeat(40));
  expect(terms(`${"x".repeat(30)}_${"y".repeat(30)}`)).toBe(
    `(${"x".repeat(30)}) (${"y".repeat(30)})`,
  );
});
