import { type Measurement, parseSignature } from "@corpulse/measurement";
import type { Report } from "./report.ts";

/** A measurement with a value, and what is needed around it to say what it means in this corpus. */
export interface Reading {
  readonly id: string;
  readonly value: number;
  readonly parts: Measurement["parts"];
  /** The settings in its signature. */
  readonly settings: Readonly<Record<string, string>>;
  readonly documents: number;
  readonly tokens: number;
  /** What the tokenizer cuts: `words` or `characters`. */
  readonly noun: string;
}

/** Says in one sentence what a value means; one for each id of a family. */
export type Meanings = Readonly<Record<string, (reading: Reading) => string>>;

function settingsOf(signature: string): Readonly<Record<string, string>> {
  try {
    return parseSignature(signature).settings;
  } catch {
    return {};
  }
}

/** What surrounds the measurements of a report. */
export function readingsOf({ measurements, inputs, settings }: Report): (measurement: Measurement) => Reading | null {
  const size = (id: string): number | null =>
    measurements.find((one) => one.family === "size" && one.id === id)?.value ?? null;
  const documents = size("documents") ?? inputs.reduce((sum, input) => sum + input.documents, 0);
  const tokens = size("tokens") ?? 0;
  const noun = String(settings.tokenizer ?? "").startsWith("characters") ? "characters" : "words";
  return ({ id, value, parts, signature }) =>
    value === null ? null : { id, value, parts, settings: settingsOf(signature), documents, tokens, noun };
}
