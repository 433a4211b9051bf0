export { FACTS, factsOf } from "./facts.ts";
export type { Direction, Facts, Unit } from "./facts.ts";
export { FAMILIES } from "./family.ts";
export type { Family } from "./family.ts";
export { measured, notMeasurable } from "./measurement.ts";
export type { Finding, Interval, Measurement, Part } from "./measurement.ts";
export { formatSignature, parseSignature, signatureDifferences } from "./signature.ts";
export type { ParsedSignature, Settings } from "./signature.ts";
