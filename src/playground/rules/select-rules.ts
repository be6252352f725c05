import { ComponentType } from "discord-api-types/v10";
import { type Violation, violation } from "../validation/violation.ts";

interface Option {
  readonly value: string;
  readonly default?: boolean | null | undefined;
}

interface Select {
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
  readonly options?: readonly Option[] | undefined;
}

type Path = readonly (string | number)[];

/** What is wrong with a menu of options, in a message or a modal; nothing for other components. */
export function selectViolations(
  component: { readonly type: ComponentType } & Select,
  path: Path,
): readonly Violation[] {
  const { type, options, min_values, max_values } = component;
  const min = min_values ?? 1;
  const max = max_values ?? 1;
  const ordered =
    min <= max
      ? []
      : [
          violation(
            [...path, "min_values"],
            "SELECT_COMPONENT_MIN_VALUES",
            "More than max_values.",
          ),
        ];
  if (type !== ComponentType.StringSelect || !options) return ordered;
  return [
    ...ordered,
    ...duplicates(options, path),
    ...(max > options.length
      ? [violation([...path, "max_values"], "SELECT_COMPONENT_MAX_VALUES", "More than options.")]
      : []),
    ...(options.filter((option) => option.default).length > max
      ? [
          violation(
            [...path, "options"],
            "SELECT_COMPONENT_TOO_MANY_DEFAULTS",
            "Too many defaults.",
          ),
        ]
      : []),
  ];
}

function duplicates(options: readonly Option[], path: Path): readonly Violation[] {
  const values = options.map(({ value }) => value);
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [
          violation(
            [...path, "options", index, "value"],
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            "The specified option value is already used",
          ),
        ]
      : [],
  );
}
