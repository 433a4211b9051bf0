/** What the exit code of every command means. 1 is kept for one thing alone, so that a broken run never reads as a failed gate. */
export const EXIT_CODE = {
  ok: 0,
  gateFailed: 1,
  usage: 2,
  data: 3,
  internal: 4,
} as const;
