import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDownload } from "../../../src/discord/download.ts";

const MIB = 1_024 * 1_024;

/** How Discord's file server may fail. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/good": (response) => response.end("[{}]"),
  "/gone": (response) => response.writeHead(404).end("not here"),
  "/reset": (response) => response.write("[{", () => response.destroy()),
  "/stalled": (response) => response.write("[{"),
  "/moved": (response) => response.writeHead(302, { location: "/good" }).end(),
  "/long": (response) => response.end(Buffer.alloc(2 * MIB)),
  "/binary": (response) => response.end(Buffer.from([0xff, 0xfe])),
};

let server: Server;
let origin = "";
beforeEach(async () => {
  server = createServer(({ url = "" }, response) => ANSWERS[url]?.(response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const download = (path: string, bytes = 4) =>
  createDownload(origin, { timeoutMs: 500 })({ name: "facts.json", url: origin + path, bytes });

describe("a file that was attached", () => {
  it("is read as text", async () => {
    expect(await download("/good")).toBe("[{}]");
  });

  it.each(["/gone", "/reset", "/stalled", "/moved"])(
    "and cannot be fetched whole (%s) is refused with what to do",
    async (path) => {
      await expect(download(path)).rejects.toMatchObject({
        code: "invalid",
        message: "The file could not be fetched from Discord. Attach it again.",
      });
    },
  );

  it("is refused over 1 MiB, whatever is said of its size", async () => {
    const refusal = { code: "invalid", message: expect.stringContaining("larger than 1 MiB") };
    await expect(download("/long")).rejects.toMatchObject(refusal);
    await expect(download("/good", MIB + 1)).rejects.toMatchObject(refusal);
  });

  it("is refused when it is no text", async () => {
    const message = "That file is not text in UTF-8.";
    await expect(download("/binary")).rejects.toMatchObject({ code: "invalid", message });
  });

  it("is fetched from nowhere else", async () => {
    const fetched = createDownload("https://discord.com/api")({
      name: "facts.json",
      url: `${origin}/good`,
      bytes: 4,
    });
    const message = "That file does not come from Discord.";
    await expect(fetched).rejects.toMatchObject({ code: "invalid", message });
  });
});
