import type { Family } from "./family.ts";

/** The settings that change a number, in the order in which its metric declares them. */
export type Settings = Readonly<Record<string, string | number | boolean>>;

/** A signature taken apart. */
export interface ParsedSignature {
  readonly family: string;
  readonly settings: Readonly<Record<string, string>>;
  /** The version of the metric's definition: it rises when the same corpus and settings give another number. */
  readonly version: string;
}

/** What the first and the last part of a signature are called where two signatures are compared. */
const RESERVED = ["family", "v"];

const escape = (text: string): string => text.replace(/[%|]/g, (sign) => (sign === "%" ? "%25" : "%7C"));
const unescape = (text: string): string => text.replace(/%7C/g, "|").replace(/%25/g, "%");

/**
 * Writes every setting that changes a number into one line, after sacreBLEU's signatures: family, settings in the order
 * given, and last the version of the metric's definition.
 *
 * @throws {RangeError} when a setting's name is not a plain word
 * @example
 * ```ts
 * import { formatSignature } from "@corpulse/measurement";
 *
 * formatSignature("self-bleu", { order: 4, smoothing: "method1" }, 1); // "self-bleu|order:4|smoothing:method1|v:1"
 * ```
 */
export function formatSignature(family: Family, settings: Settings, version: number): string {
  const fields = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z][a-z0-9_-]*$/.test(name) || RESERVED.includes(name)) {
      const rule = `a setting's name must be a lower-case word other than ${RESERVED.join(" and ")}`;
      throw new RangeError(`Cannot format a signature: ${rule}, current value is ${name}`);
    }
    return `${name}:${escape(String(value))}`;
  });
  return [family, ...fields, `v:${version}`].join("|");
}

/**
 * Reads a signature back.
 *
 * @throws {SyntaxError} when the text is not a signature
 * @example
 * ```ts
 * import { parseSignature } from "@corpulse/measurement";
 *
 * parseSignature("self-bleu|order:4|smoothing:method1|v:1").settings.order; // "4"
 * ```
 */
export function parseSignature(signature: string): ParsedSignature {
  const [family, ...fields] = signature.split("|");
  const pairs = fields.map((field): [string, string] => {
    const colon = field.indexOf(":");
    if (colon < 1)
      throw new SyntaxError(`Cannot parse a signature: each part must be name:value, current value is ${field}`);
    return [field.slice(0, colon), unescape(field.slice(colon + 1))];
  });
  const version = pairs.pop();
  if (!family || version?.[0] !== "v") {
    throw new SyntaxError(
      `Cannot parse a signature: it must begin with a family and end with v:N, current value is ${signature}`,
    );
  }
  return { family, settings: Object.fromEntries(pairs), version: version[1] };
}

function flat(signature: string): Map<string, string> {
  const { family, settings, version } = parseSignature(signature);
  return new Map([["family", family], ...Object.entries(settings), ["v", version]]);
}

/**
 * What keeps two values from being compared: the names of the settings in which their signatures differ, `family` and `v`
 * among them. Empty when the values compare.
 *
 * @throws {SyntaxError} when either text is not a signature
 * @example
 * ```ts
 * import { signatureDifferences } from "@corpulse/measurement";
 *
 * signatureDifferences("self-bleu|order:4|v:1", "self-bleu|order:3|v:1"); // ["order"]
 * ```
 */
export function signatureDifferences(left: string, right: string): readonly string[] {
  const [a, b] = [flat(left), flat(right)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}
