import { createReadStream, fstatSync } from "node:fs";

const STANDARD_INPUT = 0;

/** Standard input. Of a folder, `process.stdin` makes an empty input; this one fails as reading it does. */
export function openStandardInput(): NodeJS.ReadableStream {
  return fstatSync(STANDARD_INPUT).isDirectory()
    ? createReadStream("", { fd: STANDARD_INPUT })
    : process.stdin;
}
