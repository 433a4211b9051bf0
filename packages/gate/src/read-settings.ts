import type { GateSettings, MeasureSettings } from "./policy.ts";
import type { PolicyPath } from "./policy-error.ts";
import { readMapping, type Report, shown } from "./read-mapping.ts";

/** What a setting must be: the value when it is so, and the same in words and as JSON Schema. */
interface Setting<T> {
  readonly read: (value: unknown) => T | undefined;
  readonly rule: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const oneOf = <T extends string>(...values: readonly T[]): Setting<T> => ({
  read: (value) => values.find((known) => known === value),
  rule: `must be ${values.join(" or ")}`,
  schema: { enum: values },
});

const wholeNumber = (minimum: number, maximum: number, rule: string): Setting<number> => ({
  read: (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum ? value : undefined,
  rule,
  schema: { type: "integer", minimum, maximum },
});

const text = (pattern: RegExp, rule: string): Setting<string> => ({
  read: (value) => (typeof value === "string" && pattern.test(value) ? value : undefined),
  rule,
  schema: { type: "string", pattern: pattern.source },
});

/** A gate is not meant to draw more often: each draw is measured whole. */
const MOST_DRAWS = 1000;

/** The keys of `gate`; fewer than 2 draws would not show how much draws differ. */
const GATE = {
  min_records: wholeNumber(1, Number.MAX_SAFE_INTEGER, "must be a whole number of at least 1"),
  on_inconclusive: oneOf("warn", "fail"),
  proof: oneOf("bad", "good"),
  draws: wholeNumber(2, MOST_DRAWS, `must be a whole number in 2…${MOST_DRAWS}`),
};

/** The keys of `measure`, in the words of the command line. */
const MEASURE = {
  text: text(/\S/, "must name a field or a template"),
  tokenizer: text(
    /^(?:words|whitespace|characters|natural:\S+)$/,
    "must be words, whitespace, characters or natural:NAME",
  ),
  keep_case: {
    read: (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined),
    rule: "must be true or false",
    schema: { type: "boolean" },
  },
  vectors: text(/\S/, "must name a field"),
  shingle: text(/^(?:words|chars):[1-9][0-9]{0,3}$/, "must be words:N or chars:N"),
  similarity: {
    read: (value: unknown): number | undefined =>
      typeof value === "number" && value > 0 && value <= 1 ? value : undefined,
    rule: "must be a number above 0 and at most 1",
    schema: { type: "number", exclusiveMinimum: 0, maximum: 1 },
  },
  seed: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "must be a whole number"),
};

const schemasOf = (
  settings: Readonly<Record<string, Setting<unknown>>>,
): Readonly<Record<string, Setting<unknown>["schema"]>> =>
  Object.fromEntries(Object.entries(settings).map(([key, { schema }]) => [key, schema]));

/** Each key of `gate` as JSON Schema. */
export const GATE_SCHEMAS: Readonly<Record<string, Setting<unknown>["schema"]>> = schemasOf(GATE);

/** Each key of `measure` as JSON Schema. */
export const MEASURE_SCHEMAS: Readonly<Record<string, Setting<unknown>["schema"]>> = schemasOf(MEASURE);

/** Reads one section key by key; a value that is absent or was reported comes back as `undefined`. */
function section(
  data: unknown,
  path: PolicyPath,
  known: readonly string[],
  report: Report,
): <T>(key: string, setting: Setting<T>) => T | undefined {
  const given = data === undefined ? undefined : readMapping(data, path, known, report);
  return (key, setting) => {
    if (!given?.has(key)) return undefined;
    const found = setting.read(given.get(key));
    if (found === undefined)
      report([...path, key], `${key} ${setting.rule}, current value is ${shown(given.get(key))}`);
    return found;
  };
}

/** Reads `gate` and fills in its defaults. */
export function readGateSettings(data: unknown, path: PolicyPath, report: Report): GateSettings {
  const read = section(data, path, Object.keys(GATE), report);
  return {
    minRecords: read("min_records", GATE.min_records) ?? 200,
    onInconclusive: read("on_inconclusive", GATE.on_inconclusive) ?? "warn",
    proof: read("proof", GATE.proof) ?? "bad",
    draws: read("draws", GATE.draws) ?? 10,
  };
}

/** Reads `measure`; what is absent stays absent, because a flag or a default of the caller then decides. */
export function readMeasureSettings(data: unknown, path: PolicyPath, report: Report): MeasureSettings {
  const read = section(data, path, Object.keys(MEASURE), report);
  const settings = {
    text: read("text", MEASURE.text),
    tokenizer: read("tokenizer", MEASURE.tokenizer),
    keepCase: read("keep_case", MEASURE.keep_case),
    vectors: read("vectors", MEASURE.vectors),
    shingle: read("shingle", MEASURE.shingle),
    similarity: read("similarity", MEASURE.similarity),
    seed: read("seed", MEASURE.seed),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
