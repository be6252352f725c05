import { ApplicationCommandOptionType, ButtonStyle } from "discord.js";
import type {
  CommandCall,
  ComponentCall,
  MessageBody,
  Response,
} from "../../src/discord/command.ts";
import { button, rows } from "../../src/discord/components.ts";
import { withDiffs } from "../../src/discord/diff-view.ts";
import { problemList } from "../../src/discord/problem-list.ts";
import { showPrivately } from "../../src/discord/show.ts";
import { count, quoteTyped } from "../../src/discord/text.ts";
import type { Edit } from "../../src/knowledge/curation.ts";
import { describeProblem, KnowledgeError, type Problem } from "../../src/knowledge/errors.ts";
import { diffFacts } from "../../src/knowledge/fact-diff.ts";
import { historyNote, type Import, readImport } from "../../src/knowledge/fact-export.ts";
import type { Desk } from "./desk.ts";
import { subcommand } from "./options.ts";
import { factsId, type Subcommand } from "./subcommand.ts";

/** `/facts import`: a file of facts, checked whole, shown as a difference, and taken over when confirmed. */
export function createImport(desk: Desk): Subcommand {
  const { base, download } = desk.deps;

  async function preview(call: CommandCall): Promise<Response> {
    const file = call.options.findAttachment("file");
    if (!file) throw new KnowledgeError("invalid", "Attach the file that is to be imported.");
    const standard = { ...desk.standard(), findFact: base.findFact };
    const { value: read, problems } = readImport(await download(file), "", standard);
    if (!read) return refuse(problems);
    const { edits } = read;
    if (edits.length === 0) return reply(said("That is what stands here already.", read));
    const name = file.name.slice(0, NAME_MAX);
    const id = await desk.drafts.put("import", call.userId, { name, edits });
    const fresh = edits.filter(({ from }) => from === null).length;
    const sentence = `${quoteTyped(name)} adds ${count(fresh, "fact")} and changes ${count(edits.length - fresh, "fact")}. Facts that it does not have stay as they are.`;
    const confirm = button(factsId("import", "confirm", id), "Import", {
      style: ButtonStyle.Primary,
    });
    const shown = { title: "What it changes", diff: diffOf(edits), fileName: "import.diff" };
    return reply(withDiffs({ ...said(sentence, read), components: rows([confirm]) }, [shown]));
  }

  async function confirm(call: ComponentCall): Promise<Response> {
    const [id = ""] = call.args;
    const draft = await desk.drafts.find("import", id, call.userId);
    if (!draft) {
      const sentence =
        "This import is more than a day old, or was done already. Attach the file again.";
      throw new KnowledgeError("expired", sentence);
    }
    const message = await desk.save(call, {
      edits: draft.edits,
      factId: draft.edits[0]?.id ?? "",
      kind: "import",
      why: `import of ${draft.name}`,
      headline: "Imported",
      asMany: true,
    });
    desk.deps.afterwards(() => desk.drafts.drop(id));
    return showPrivately(call, message);
  }

  return {
    name: "import",
    data: subcommand("import", "Take over facts from a file, after a look at what it changes", [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: "file",
        description: "As /facts export writes it, at most 1 MiB",
        required: true,
      },
    ]),
    execute: preview,
    components: { confirm },
  };
}

const NAME_MAX = 100;

function reply(message: MessageBody): Response {
  return { type: "reply", private: true, message };
}

function said(sentence: string, read: Import): MessageBody {
  return { content: [sentence, historyNote(read)].filter(Boolean).join("\n") };
}

/** Every problem, in a file where there are many. */
function refuse(problems: readonly Problem[]): Response {
  const [first] = problems;
  const ofFile = first !== undefined && first.id === undefined && first.field === "";
  if (ofFile) return reply({ content: `Nothing was imported: the file ${first.message}.` });
  const sentence = `Nothing was imported: the file has ${count(problems.length, "problem")}`;
  return reply(problemList(sentence, problems.map(describeInFile)));
}

function describeInFile(problem: Problem): string {
  return describeProblem({ ...problem, where: "" });
}

function diffOf(edits: readonly Edit[]): string {
  return edits.map(({ id, from, to }) => `@@ ${id} @@\n${diffFacts(from, to)}`).join("\n");
}
