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

/** The width that a terminal, or the user, says it has; what is no whole number of columns is not believed. */
export function columnsOf({ env }: Pick<Host, "env">, stream: Host["stdout"]): number {
  const stated = /^\d{1,6}$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : 0;
  const columns = stated || stream.columns || DEFAULT_COLUMNS;
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

/** How to print on the host's standard output: its width, and colours where the user and the stream want them. */
export function terminalOptions(host: Host): { columns: number; color: boolean; unicode: boolean } {
  const { env, stdout } = host;
  const refused = (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  const forced = (env.FORCE_COLOR ?? "") !== "" && env.FORCE_COLOR !== "0";
  return {
    columns: columnsOf(host, stdout),
    color: !refused && (forced || stdout.isTTY === true),
    unicode: env.TERM !== "dumb",
  };
}
