// How a field's name becomes the id its label, hint, error and the error summary's link all use.

/** The id of the control with this name, or of the first option of a group: "people[0].name" is "people-0-name". */
export function fieldIdOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/gu, "-").replace(/^-+|-+$/gu, "");
}

/** The ids to be read out with a control, hint before error; undefined when there is nothing to read. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | undefined {
  const present = ids.filter((id): id is string => typeof id === "string" && id !== "");
  return present.length === 0 ? undefined : present.join(" ");
}
