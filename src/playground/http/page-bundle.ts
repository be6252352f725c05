import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface PageFile {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The page's files by path, bundled in memory when the first one is asked for. */
export interface PageBundle {
  find(path: string): Promise<PageFile | undefined>;
}

const HTML = "/";
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  map: "application/json; charset=utf-8",
};

/** @param folder with `index.html` and `main.ts`; the page's own when absent */
export function createPageBundle(folder = pageFolder()): PageBundle {
  let bundled: Promise<ReadonlyMap<string, PageFile>> | undefined;
  return {
    async find(path) {
      if (path !== HTML && !/^\/[\w.-]+\.(js|css|map)$/.test(path)) return undefined;
      bundled ??= bundle(folder).catch((error) => {
        bundled = undefined;
        throw error;
      });
      return (await bundled).get(path);
    },
  };
}

async function bundle(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const { build } = await import("esbuild");
  const [html, { outputFiles }] = await Promise.all([
    readFile(join(folder, "index.html")),
    build({
      entryPoints: { page: join(folder, "main.ts") },
      bundle: true,
      write: false,
      outdir: "/",
      format: "esm",
      target: "es2022",
      minify: true,
      sourcemap: "linked",
      legalComments: "none",
      loader: { ".svg": "dataurl", ".png": "dataurl", ".woff2": "dataurl" },
      logLevel: "silent",
    }),
  ]);
  const built = outputFiles.map(({ path, contents }): [string, PageFile] => {
    const name = path.slice(path.lastIndexOf("/"));
    const extension = name.slice(name.lastIndexOf(".") + 1);
    const contentType = CONTENT_TYPES[extension] ?? "application/octet-stream";
    return [name, { contentType, bytes: contents }];
  });
  return new Map([[HTML, { contentType: "text/html; charset=utf-8", bytes: html }], ...built]);
}

/** The page's sources stand in the package, also when this runs from `dist/`. */
function pageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return join(folder, "src", "playground", "page");
}
