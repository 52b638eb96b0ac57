// Joining class names, so that components read as markup.

/** The names that are not left out, with a space between. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name): name is string => typeof name === "string" && name !== "").join(" ");
}
