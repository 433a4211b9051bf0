import { visible } from "./visible.ts";

/** How standard input is given. */
export const STDIN = "-";

/** What messages call an input: its path, made harmless, and standard input by its name. */
export function inputName(path: string): string {
  return path === STDIN ? "standard input" : visible(path);
}
