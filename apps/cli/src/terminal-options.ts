import type { Host } from "./run.ts";

const DEFAULT_COLUMNS = 80;
const NARROWEST = 20;
const WIDEST = 100;

/** How to print where nobody's terminal is known: in a file. */
export const PLAIN: Readonly<{ columns: number; color: boolean; unicode: boolean }> = {
  columns: DEFAULT_COLUMNS,
  color: false,
  unicode: true,
};

/** How to print on the host's standard output: its width, and colours where the user and the stream want them. */
export function terminalOptions({ env, stdout }: Host): { columns: number; color: boolean; unicode: boolean } {
  const columns = Number(env.COLUMNS ?? "") || stdout.columns || DEFAULT_COLUMNS;
  const refused = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const forced = (env.FORCE_COLOR ?? "") !== "" && env.FORCE_COLOR !== "0";
  return {
    columns: Math.min(WIDEST, Math.max(NARROWEST, columns)),
    color: !refused && (forced || stdout.isTTY === true),
    unicode: env.TERM !== "dumb",
  };
}
