/**
 * Shows a message that names arguments, paths or keys, whoever chose them: what would steer a terminal, hide, or be taken for a
 * command by a CI system that reads logs is written as its code.
 */
export function visibleMessage(message: string): string {
  return message
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)
    .replace(/##(?=\[|vso\[)/g, "#\\x23");
}
