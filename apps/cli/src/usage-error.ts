/** A mistake in how a command was called: one line for the user, no stack trace. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
