/** Marks a field as wrong, by the id of the text that says why; undefined takes the mark away. */
export function markInput(input: HTMLElement, errorId: string | undefined): void {
  if (errorId === undefined) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    return;
  }
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", errorId);
}
