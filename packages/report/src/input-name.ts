/** What people are shown of an input: its path as it was given, and standard input by its name. */
export function inputName(path: string): string {
  return path === "-" ? "standard input" : path;
}
