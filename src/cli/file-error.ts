/** What the system refused about a file or a stream: a sentence for whoever called the command line. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** Does something with the file or folder of this name. Throws {@link FileError} that names it, where the system refuses. */
export async function namingFile<Result>(
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw fileError(name, error) ?? error;
  }
}

/** The sentence for an error of the system; undefined for any other. */
export function fileError(name: string, error: unknown): FileError | undefined {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) return undefined;
  // Node says `ENOENT: no such file or directory, open 'name'`.
  const reason = /^[A-Z0-9]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
  return new FileError(`${name} cannot be used: ${reason} (${error.code}).`, { cause: error });
}
