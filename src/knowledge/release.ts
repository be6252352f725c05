import { z } from "zod";
import { DateSchema, KernelVersionSchema, SourceSchema } from "./fact.ts";

const ToolVersionSchema = z
  .string()
  .regex(/^\d+\.\d+(?:\.\d+)?$/, "must be a version such as 1.78.0");

/** A mainline kernel release and the tools that it needs for Rust. */
export const ReleaseSchema = z.strictObject({
  version: KernelVersionSchema,
  date: DateSchema,
  /** Absent where it could not be proved. */
  rustc: ToolVersionSchema.exactOptional(),
  bindgen: ToolVersionSchema.exactOptional(),
  /** Whether exactly these tool versions were supported, or these and later ones. */
  toolchain: z.enum(["exact", "minimum"]),
  longTerm: z.boolean(),
  sources: z.array(SourceSchema).min(1).max(6),
});

export type Release = Readonly<z.output<typeof ReleaseSchema>>;
