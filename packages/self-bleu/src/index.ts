export type { BleuSummary } from "./bleu-summaries.ts";
export { crossBleu } from "./cross-bleu.ts";
export type { CrossBleu, CrossBleuOptions } from "./cross-bleu.ts";
export { measureSelfBleu } from "./measure-self-bleu.ts";
export type { DocumentScores, MeasureSelfBleuOptions, SelfBleuResult } from "./measure-self-bleu.ts";
export { selfBleu } from "./self-bleu.ts";
export type { SelfBleuOptions } from "./self-bleu.ts";
