/** The code of a caught system error, such as `ENOENT`. */
export function caughtCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The message of whatever was caught. */
export function caughtMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
