import { expect, it } from "vitest";
import {
  compareKernelVersions,
  parseKernelVersion,
} from "../../../src/knowledge/kernel-version.ts";

it.each([
  ["6.1", "6.1"],
  ["v6.10", "6.10"],
  [" Linux 6.10 ", "6.10"],
  ["6.10-rc3", "6.10"],
  ["6.10.5", "6.10"],
  ["kernel v6.18.38", "6.18"],
  ["6", undefined],
  ["6.x", undefined],
  ["", undefined],
  ["6.1 and later", undefined],
])("reads %j as %s", (text, version) => {
  expect(parseKernelVersion(text)).toBe(version);
});

it("puts 6.9 before 6.10, and 6.19 before 7.0", () => {
  const versions = ["7.0", "6.10", "6.9", "6.19", "6.1"];
  expect(versions.sort(compareKernelVersions)).toEqual(["6.1", "6.9", "6.10", "6.19", "7.0"]);
});
