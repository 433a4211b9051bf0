import { visibleText } from "./visible-text.ts";

/** Long enough for a path, short enough that a hundred of them fit. */
const LONGEST = 160;

function shorten(text: string, keep: "start" | "end"): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  return keep === "start" ? `${characters.slice(0, LONGEST).join("")}…` : `…${characters.slice(-LONGEST).join("")}`;
}

/**
 * Untrusted text as a code span, in which neither links nor mentions nor HTML work. Within a table a pipe is written with a
 * backslash; one that has a backslash already is written as its code, because renderers disagree on it.
 */
export function codeSpan(text: string): string {
  const visible = shorten(visibleText(text), "end").replace(/\\\|/g, "\\x5c\\x7c").replaceAll("|", "\\|");
  const runs = visible.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = visible === "" || /^[ `]|[ `]$/.test(visible) ? " " : "";
  return `${fence}${pad}${visible === "" ? "(empty)" : visible}${pad}${fence}`;
}

/** A word joiner takes the meaning from a sequence without showing. */
const JOINER = "&#8288;";

/** Sentences of ours that may hold untrusted words, as text that Markdown leaves alone. */
export function plainText(text: string): string {
  return shorten(visibleText(text.replaceAll("\u00A0", " ")), "start")
    .replace(/[\\`*_{}[\]()#+!|~<>&^$-]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : `\\${sign}`))
    .replace(/@|:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `${sign}${JOINER}`);
}
