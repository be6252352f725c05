import { refill } from "../dom/mount.ts";
import type { ModalField } from "./modal-field.ts";

/** Says beside each field what is wrong with it. @returns the first one that is wrong */
export function markProblems(fields: readonly ModalField[]): ModalField | undefined {
  const wrong = fields.filter((field) => {
    const problem = field.problem();
    const place = field.element.parentElement?.querySelector(".modal-problem");
    if (place && place.textContent !== (problem ?? "")) refill(place, problem);
    field.element.classList.toggle("wrong", problem !== undefined);
    return problem !== undefined;
  });
  return wrong[0];
}
