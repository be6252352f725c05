/** A file as the server takes it. */
export interface FilePart {
  readonly name: string;
  readonly base64: string;
}

/** Reads a file whole. Rejects when it cannot be read, such as when it has changed since it was chosen. */
export function readFilePart(file: File): Promise<FilePart> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const base64 = String(reader.result).replace(/^[^,]*,/, "");
      resolve({ name: file.name, base64 });
    });
    reader.addEventListener("error", () => reject(new Error(`${file.name} cannot be read.`)));
    reader.readAsDataURL(file);
  });
}
