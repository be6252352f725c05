/** Something to fill in on a modal. */
export interface ModalField {
  readonly customId: string;
  readonly element: HTMLElement;
  read(): string | readonly string[];
  /** What is wrong with it now; undefined when Discord would take it. */
  problem(): string | undefined;
  focus(): void;
}
