import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let dir = "";
const inDir = (name: string) => join(dir, name);

/** A clone that was built once, with one small program in it. */
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "facts-build-"));
  for (const name of ["package.json", "tsconfig.json", "tsconfig.build.json", "scripts"]) {
    await cp(name, inDir(name), { recursive: true });
  }
  for (const folder of ["src", "commands", "dist/src"]) {
    await mkdir(inDir(folder), { recursive: true });
  }
  await writeFile(inDir("commands/none.ts"), "export {};\n");
  await writeFile(inDir("src/main.ts"), 'process.stdout.write("new");\n');
  await writeFile(inDir("dist/src/main.js"), 'process.stdout.write("old");\n');
  await writeFile(inDir("dist/src/gone.js"), "");
});
afterEach(() => rm(dir, { recursive: true }));

const installAll = () => symlink(resolve("node_modules"), inDir("node_modules"));
const npmStart = () =>
  new Promise<{ readonly failed: boolean; readonly output: string }>((settle) => {
    execFile("npm", ["-s", "start"], { cwd: dir }, (error, stdout, stderr) =>
      settle({ failed: error !== null, output: stdout + stderr }),
    );
  });

it("npm start runs what the sources say now, and nothing of an earlier build is left", async () => {
  await installAll();
  expect(await npmStart()).toEqual({ failed: false, output: "new" });
  expect(await readdir(inDir("dist/src"))).toEqual(["main.js", "main.js.map"]);
  expect(await readdir(dir)).not.toContain("dist.new");
});

it("npm start without development dependencies keeps the build, and says how to start it", async () => {
  const { failed, output } = await npmStart();
  expect(failed).toBe(true);
  expect(output).toContain("`node dist/src/main.js`");
  expect(await readFile(inDir("dist/src/main.js"), "utf8")).toContain("old");
});

it("a build that fails keeps the one before", async () => {
  await installAll();
  await writeFile(inDir("src/main.ts"), "const text: string = 1;\n");
  const { failed, output } = await npmStart();
  expect(failed).toBe(true);
  expect(output).toContain("src/main.ts");
  expect(await readFile(inDir("dist/src/main.js"), "utf8")).toContain("old");
  expect(await readdir(dir)).not.toContain("dist.new");
});
