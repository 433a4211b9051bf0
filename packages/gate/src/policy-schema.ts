import type { Facts } from "@corpulse/measurement";
import { PERCENTAGE, POINTS } from "./read-limit.ts";
import { GATE_SCHEMAS, MEASURE_SCHEMAS } from "./read-settings.ts";
import { RULE_SUBJECTS, type RuleSubject } from "./rule-subject.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const closed = (properties: Readonly<Record<string, JsonSchema>>, more: JsonSchema = {}): JsonSchema => ({
  type: "object",
  properties,
  additionalProperties: false,
  ...more,
});

/** A percentage or points of at most 100; what lies above differs between the kinds and is left to `parsePolicy()`. */
const upToHundred = (sign: "%" | "pp"): JsonSchema => ({
  type: "string",
  pattern: `^(?:100(?:\\.0+)?|0*[0-9]{1,2}(?:\\.[0-9]+)?) ?${sign}$`,
});

const points: JsonSchema = { type: "string", pattern: POINTS.source };
const percentage: JsonSchema = { type: "string", pattern: PERCENTAGE.source };

function valueSchema({ unit, range: [low, high] }: Facts): JsonSchema {
  const number = { type: "number", minimum: low, ...(high === null ? {} : { maximum: high }) };
  return unit === "fraction" ? { anyOf: [number, upToHundred("%")] } : number;
}

function changeSchema({ unit, range: [low, high] }: Facts, share: JsonSchema): JsonSchema {
  const rel = { anyOf: [{ type: "number", minimum: 0, maximum: 1 }, share] };
  const number = { type: "number", minimum: 0, ...(high === null ? {} : { maximum: high - low }) };
  const abs = unit === "fraction" ? { anyOf: [number, points] } : number;
  return {
    anyOf: [
      ...rel.anyOf,
      closed({ rel }, { required: ["rel"] }),
      closed({ abs }, { required: ["abs"] }),
      closed({ rel, abs, need: { enum: ["both", "either"] } }, { required: ["rel", "abs", "need"] }),
    ],
  };
}

/** The rule of a measurement without its name: measurements of one kind share it. */
function ruleSchema({ facts, comparable }: RuleSubject): JsonSchema {
  const value = valueSchema(facts);
  const change = { max_drop: changeSchema(facts, upToHundred("%")), max_rise: changeSchema(facts, percentage) };
  const limit = closed({ max: value, min: value, ...(comparable ? change : {}) }, { minProperties: 1 });
  const vs = comparable ? { vs: { const: "matched_base" } } : {};
  const tiers = { anyOf: [{ required: ["warn"] }, { required: ["fail"] }] };
  return { anyOf: [{ const: "off" }, closed({ warn: limit, fail: limit, ...vs }, tiers)] };
}

/** Says which kind of rule a definition is of, so that rules can refer to it. */
function kindOf({ facts: { unit, range }, comparable }: RuleSubject): string {
  const [low, high] = range;
  const values = unit === "fraction" ? "share" : `number_${low}_${high ?? "up"}`;
  return comparable ? `rule_of_${values}` : `rule_of_${values}_without_change`;
}

function namedRule(subject: RuleSubject): JsonSchema {
  const { measures, title, unit, range, direction } = subject.facts;
  const better = { higher: "higher is more diverse", lower: "lower is more diverse", neither: "neither way is better" };
  const values = range[1] === null ? `at least ${range[0]}` : `${range[0]}…${range[1]}`;
  const description = `${measures} Unit: ${unit}, ${values}; ${better[direction]}.`;
  return { title, description, $ref: `#/$defs/${kindOf(subject)}` };
}

const subjects = [...RULE_SUBJECTS.values()];

/**
 * The shape of a policy file as JSON Schema, draft 2020-12, made from the registry of measurements, so that an editor
 * completes the names of rules and explains them. What needs comparing two values, such as a warning looser than its
 * failure, only `parsePolicy()` sees: it accepts nothing that the schema refuses.
 *
 * @example
 * ```ts
 * import { POLICY_SCHEMA } from "@corpulse/gate";
 *
 * POLICY_SCHEMA.$schema; // "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export const POLICY_SCHEMA: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://unpkg.com/@corpulse/gate/schema/gate-policy.v1.json",
  title: "Corpulse gate policy",
  ...closed(
    {
      $schema: { type: "string" },
      version: { const: 1 },
      gate: closed(GATE_SCHEMAS),
      measure: closed(MEASURE_SCHEMAS),
      rules: closed(Object.fromEntries(subjects.map((subject) => [subject.rule, namedRule(subject)])), {
        minProperties: 1,
      }),
    },
    { required: ["version", "rules"] },
  ),
  $defs: Object.fromEntries(subjects.map((subject) => [kindOf(subject), ruleSchema(subject)])),
};
