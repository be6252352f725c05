import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APITextDisplayComponent,
  ComponentType,
} from "discord-api-types/v10";

export type AnyComponent =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow
  | APISectionAccessoryComponent
  | APITextDisplayComponent;

export interface Found {
  readonly component: AnyComponent;
  readonly path: readonly (string | number)[];
}

/** All components of a message, however deep, in the order in which they are drawn. */
export function walkComponents(
  components: readonly AnyComponent[] | null | undefined,
  path: readonly (string | number)[] = ["components"],
): readonly Found[] {
  return (components ?? []).flatMap((component, index) => {
    const at = [...path, index];
    return [
      { component, path: at },
      ...walkComponents(childrenOf(component), [...at, "components"]),
      ...accessory(component, at),
    ];
  });
}

function childrenOf(component: AnyComponent): readonly AnyComponent[] {
  switch (component.type) {
    case ComponentType.ActionRow:
    case ComponentType.Container:
    case ComponentType.Section:
      return component.components;
    default:
      return [];
  }
}

function accessory(component: AnyComponent, path: readonly (string | number)[]): readonly Found[] {
  if (component.type !== ComponentType.Section) return [];
  return [{ component: component.accessory, path: [...path, "accessory"] }];
}

/** The custom ids among these components, with where they stand. */
export function customIdsIn(found: readonly Found[]) {
  return found.flatMap(({ component, path }) =>
    "custom_id" in component && typeof component.custom_id === "string"
      ? [{ customId: component.custom_id, path: [...path, "custom_id"] }]
      : [],
  );
}
