import { nearestName } from "@corpulse/measurement";
import { type PolicyPath, quoteName } from "./policy-error.ts";

/** Takes note of one mistake and goes on. */
export type Report = (path: PolicyPath, problem: string) => void;

/** What was found in place of what was wanted. Never walks into it: aliases can make a policy endless. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `"${quoteName(value)}"`;
  if (Array.isArray(value)) return "a list";
  // Only what is undefined reads so: a string has been quoted above.
  return typeof value === "object" && value !== null ? "a mapping" : String(value).replace("undefined", "nothing");
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/** The own entries of a mapping, whatever their names; `undefined`, and a report, when it is none. */
export function readEntries(data: unknown, path: PolicyPath, report: Report): [string, unknown][] | undefined {
  if (isPlain(data)) return Object.entries(data).filter(([, value]) => value !== undefined);
  report(path, `${path.at(-1) ?? "the policy"} must be a mapping, current value is ${shown(data)}`);
  return undefined;
}

/** The entries of a mapping of which every key is known; others are reported with what is known. */
export function readMapping(
  data: unknown,
  path: PolicyPath,
  known: readonly string[],
  report: Report,
): ReadonlyMap<string, unknown> | undefined {
  const entries = readEntries(data, path, report);
  for (const [key] of entries ?? []) {
    if (known.includes(key)) continue;
    const meant = nearestName(key, known);
    const place = path.length === 0 ? "the policy" : quoteName(String(path.at(-1)));
    const hint = meant === undefined ? `known keys are ${known.join(", ")}` : `did you mean ${meant}?`;
    report([...path, key], `${place} has no key "${quoteName(key)}", ${hint}`);
  }
  return entries && new Map(entries.filter(([key]) => known.includes(key)));
}
