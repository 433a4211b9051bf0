/** The part of a process's standard error that progress needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells how far long work is: a bar that is redrawn on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /** Says that a stage is under way; `share` is 0…1, or `null` when its end is not known. */
  update(stage: string, share: number | null): void;
  /** Prints a line of its own above the bar. */
  say(line: string): void;
  /** Takes the bar away. */
  finish(): void;
}

/** Progress that nobody sees: what the typed API uses unless it is given one. */
export const SILENT: Progress = { update: () => {}, say: () => {}, finish: () => {} };

/** Work shorter than this shows nothing. */
const PATIENCE_MS = 700;
const REDRAW_MS = 80;
const PLAIN_LINE_MS = 5000;
const BAR_WIDTH = 24;
const CLEAR_LINE = "\r\u001b[2K";

function drawBar(stage: string, share: number | null, columns: number): string {
  if (share === null) return `${stage} …`.slice(0, columns - 1);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const width = Math.min(BAR_WIDTH, columns - stage.length - percent.length - 5);
  if (width < 5) return `${stage}${percent}`.slice(0, columns - 1);
  const filled = Math.round(share * width);
  return `${stage}  ${"█".repeat(filled)}${"░".repeat(width - filled)} ${percent}`;
}

/** Progress on a stream, usually standard error. `now` gives milliseconds. */
export function showProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  const started = now();
  const onTerminal = stream.isTTY === true;
  let last = onTerminal ? started - REDRAW_MS + PATIENCE_MS : started;
  let drawn = false;
  const clear = (): void => {
    if (drawn) stream.write(CLEAR_LINE);
    drawn = false;
  };
  return {
    update(stage, share) {
      const time = now();
      if (time - last < (onTerminal ? REDRAW_MS : PLAIN_LINE_MS)) return;
      last = time;
      if (!onTerminal) {
        const percent = share === null ? "" : ` ${Math.floor(share * 100)} %`;
        stream.write(`corpulse: ${stage}${percent} (${Math.round((time - started) / 1000)} s)\n`);
        return;
      }
      stream.write(CLEAR_LINE + drawBar(stage, share, stream.columns ?? 80));
      drawn = true;
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
    finish: clear,
  };
}
