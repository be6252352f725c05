import { expect, it } from "vitest";
import { createCommands } from "../../../commands/index.ts";
import type { MessageBody, Response } from "../../../src/discord/command.ts";
import { buttonCall, modalCall } from "../../support/calls.ts";
import { commandDeps } from "../../support/command-deps.ts";
import { knowledgeOf } from "../../support/curating.ts";
import { fact } from "../../support/facts.ts";

const TYPED = {
  title: "A mutex sleeps",
  body: "",
  aliases: "",
  topic: "history",
  sources: "article | Mutexes | https://lwn.net/",
};

function modalOf(response: Response | undefined): string {
  if (response?.type !== "modal") throw new Error("no modal was opened");
  return response.modal.custom_id;
}

function messageOf(response: Response | undefined): MessageBody {
  if (response?.type !== "reply") throw new Error("there is no reply");
  return response.message;
}

it("closes both suggestions where two facts of one title are added at once", async () => {
  const deps = commandDeps(knowledgeOf([fact()]));
  const command = createCommands(deps).find(({ key }) => key === "facts");
  const write = async (text: string) => {
    const limits = { openPerAuthor: 9, open: 9 };
    const { id } = await deps.curationStore.addItem({ kind: "suggestion", text }, limits);
    return modalOf(await command?.component?.(buttonCall(`facts:queue.write:${id}`)));
  };
  const forms = [await write("one"), await write("other")];
  const answers = await Promise.all(
    forms.map(async (form, at) => {
      const typed = { ...TYPED, body: `Text ${at}.` };
      return messageOf(await command?.submit?.(modalCall(form, typed)));
    }),
  );
  const [, refused] = answers.sort((a) => (a.content?.startsWith("Added") ? -1 : 1));
  const reopen = /facts:add\.reopen:(\w+)/.exec(JSON.stringify(refused?.components))?.[0] ?? "";
  const form = modalOf(await command?.component?.(buttonCall(reopen)));
  const saved = messageOf(
    await command?.submit?.(modalCall(form, { ...TYPED, title: "Mutexes block", body: "Text." })),
  );
  expect(saved.content).toContain("That closes the queue item.");
  expect(await deps.curationStore.listOpen()).toEqual([]);
});
