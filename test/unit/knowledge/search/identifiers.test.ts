import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const index = createFactIndex([
  fact({ id: "pin-init-macro", title: "`pin_init!` builds a structure in place" }),
  fact({ id: "pinned-type", title: "`Pin<&mut T>` keeps a value where it is" }),
  fact({ id: "config-rust", title: "`CONFIG_RUST` turns Rust on" }),
  fact({ id: "pin-data", title: "`#[pin_data]` marks structural pinning" }),
  fact({ id: "risc-v", title: "RISC-V builds since 6.10" }),
  fact({ id: "spin-lock", title: "`SpinLock<T>` owns its data" }),
  fact({ id: "io-memory", title: "I/O memory is mapped by `IoMem`" }),
  fact({ id: "cpp", title: "C++ was tried in 1993" }),
  fact({ id: "arc", title: "`kernel::sync::Arc` counts references" }),
]);
const first = (query: string) => index.search(query, { limit: 3 })[0]?.fact.id;

test.each([
  ["pin_init!", "pin-init-macro"],
  ["pin init", "pin-init-macro"],
  ["pininit", "pin-init-macro"],
  ["Pin<&mut T>", "pinned-type"],
  ["CONFIG_RUST", "config-rust"],
  ["config rust", "config-rust"],
  ["#[pin_data]", "pin-data"],
  ["pin-data", "pin-data"],
  ["riscv", "risc-v"],
  ["risc-v", "risc-v"],
  ["RISC-V", "risc-v"],
  ["risc v", "risc-v"],
  ["spinlock", "spin-lock"],
  ["spin lock", "spin-lock"],
  ["spin_lock", "spin-lock"],
  ["io memory", "io-memory"],
  ["c++", "cpp"],
  ["kernel::sync::Arc", "arc"],
])("%s is found, whole or in parts", (query, id) => {
  expect(first(query)).toBe(id);
});
