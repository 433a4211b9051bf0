/** Control characters, line separators, bidirectional and other invisible marks, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** File names, keys and parsers' complaints come from the data: on a terminal nothing in them may act or hide. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
    return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/** The same, cut to a length that leaves a message readable. */
export function visibleExcerpt(text: string, length: number = 80): string {
  const cut = text.slice(0, length - 1);
  return visible(text.length <= length ? text : `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`);
}
