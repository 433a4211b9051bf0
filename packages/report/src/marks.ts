import type { Direction } from "@corpulse/measurement";
import type { Severity } from "./finding.ts";

/** The signs that stand for words; each set says the same. */
export interface Marks {
  readonly direction: Readonly<Record<Direction, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly good: string;
  readonly unsure: string;
  readonly none: string;
  readonly cut: string;
  readonly dot: string;
}

/** For terminals that show Unicode. */
export const UNICODE_MARKS: Marks = {
  direction: { higher: "↑", lower: "↓", neither: "·" },
  severity: { alarm: "✗", warning: "!", note: "·" },
  good: "✓",
  unsure: "?",
  none: "–",
  cut: "…",
  dot: "·",
};

/** For all others. */
export const ASCII_MARKS: Marks = {
  direction: { higher: "^", lower: "v", neither: "." },
  severity: { alarm: "x", warning: "!", note: "-" },
  good: "+",
  unsure: "?",
  none: "-",
  cut: "...",
  dot: "-",
};
