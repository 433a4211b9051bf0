import { visibleText } from "./visible-text.ts";

/** Long enough for a path, short enough that a hundred of them fit. */
const LONGEST_CODE = 160;
const LONGEST_SENTENCE = 500;

function shortenEnd(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SENTENCE ? text : `${characters.slice(0, LONGEST_SENTENCE).join("")}…`;
}

/** Of a path the end says most. */
function shortenStart(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_CODE ? text : `…${characters.slice(-LONGEST_CODE).join("")}`;
}

/**
 * Untrusted text as a code span, in which neither links nor mentions nor HTML work. Within a table a pipe is written with a
 * backslash; one that has a backslash already is written as its code, because renderers disagree on it.
 */
export function codeSpan(text: string): string {
  const visible = shortenStart(visibleText(text)).replace(/\\\|/g, "\\x5c\\x7c").replaceAll("|", "\\|");
  const runs = visible.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = visible === "" || /^[ `]|[ `]$/.test(visible) ? " " : "";
  return `${fence}${pad}${visible === "" ? "(empty)" : visible}${pad}${fence}`;
}

/** A word joiner takes the meaning from a sequence without showing. */
const JOINER = "&#8288;";

/** Sentences of ours that may hold untrusted words, as text that Markdown leaves alone. */
export function plainText(text: string): string {
  return shortenEnd(visibleText(text.replaceAll("\u00A0", " ")))
    .replace(/[\\`*_[\]|~<&$]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : `\\${sign}`))
    .replace(/(?<=www)\.|(?<=[@#])|(?<=:)(?=\/\/)/gi, (sign) => `${JOINER}${sign}`);
}
