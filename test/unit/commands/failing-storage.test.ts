import { expect, it } from "vitest";
import { createCommands } from "../../../commands/index.ts";
import type { MessageBody, Response } from "../../../src/discord/command.ts";
import { createCuration } from "../../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../../src/knowledge/errors.ts";
import { createMemoryCurationStore } from "../../../src/stores/memory-curation-store.ts";
import { createMemoryFactStore } from "../../../src/stores/memory-fact-store.ts";
import { commandCall, modalCall } from "../../support/calls.ts";
import { commandDeps } from "../../support/command-deps.ts";
import { fact } from "../../support/facts.ts";

const TYPED = { title: "A fact", body: "Typed with care.", aliases: "", tags: "", reason: "why" };

/** The bot on a disk that can be made to fail. */
function onDisk() {
  const failing = { revisions: false, drafts: false };
  const fail = () =>
    Promise.reject(new KnowledgeError("storage-failed", "The storage is failing."));
  const facts = createMemoryFactStore();
  const curationStore = createMemoryCurationStore();
  const knowledge = {
    facts: [fact()],
    topics: [{ id: "history", title: "History", description: "What was." }],
    releases: [
      {
        version: "6.18",
        date: "2026-01-01",
        toolchain: "minimum" as const,
        longTerm: false,
        sources: [],
      },
    ],
  };
  const deps = commandDeps(knowledge);
  const store = {
    ...facts,
    apply: (...args: Parameters<typeof facts.apply>) =>
      failing.revisions ? fail() : facts.apply(...args),
  };
  facts.watch((revisions) => deps.base.update(revisions));
  const commands = createCommands({
    ...deps,
    factStore: store,
    curation: createCuration({ base: deps.base, store, shipped: () => undefined }),
    curationStore: {
      ...curationStore,
      putDraft: (draft) => (failing.drafts ? fail() : curationStore.putDraft(draft)),
    },
  });
  const command = commands.find(({ key }) => key === "facts");
  if (!command) throw new Error("there is no /facts");
  return { command, failing, base: deps.base };
}

function modalOf(response: Response | undefined): string {
  if (response?.type !== "modal") throw new Error("no modal was opened");
  return response.modal.custom_id;
}

function messageOf(response: Response | undefined): MessageBody {
  if (response?.type !== "reply") throw new Error("there is no reply");
  return response.message;
}

it("keeps what was typed under a button while the disk takes no revision, and saves it later", async () => {
  const { command, failing, base } = onDisk();
  const opened = modalOf(await command.execute(commandCall("edit", { fact: "a-fact" })));
  failing.revisions = true;
  const told = messageOf(await command.submit?.(modalCall(opened, TYPED)));
  expect(told.content).toContain("The storage is failing.");
  expect(base.getFact("a-fact").body).toBe(fact().body);
  const reopen = /facts:edit\.reopen:(\w+)/.exec(JSON.stringify(told.components))?.[0] ?? "";
  failing.revisions = false;
  const saved = await command.submit?.(modalCall(reopen.replace("reopen:", "save:text:"), TYPED));
  expect(messageOf(saved).content).toMatch(/^Saved/);
  expect(base.getFact("a-fact").body).toBe("Typed with care.");
});

it("hands back what was typed as a file where the disk takes nothing at all", async () => {
  const { command, failing } = onDisk();
  const opened = modalOf(await command.execute(commandCall("edit", { fact: "a-fact" })));
  failing.revisions = true;
  failing.drafts = true;
  const told = messageOf(await command.submit?.(modalCall(opened, TYPED)));
  expect(told.content).toContain("The storage is failing. What you typed is attached.");
  expect(told.files?.[0]?.text).toContain("Typed with care.");
});
