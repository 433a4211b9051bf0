import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a whole process cost. */
export interface ProcessCost {
  /** From starting it to its end, in seconds. */
  readonly wall: number;
  /** Of all its threads, in seconds; null where the system does not tell. Other work on the machine moves it less than `wall`. */
  readonly cpu: number | null;
  /** The most memory it held, in MB; null where the system does not tell. */
  readonly peak: number | null;
  readonly stdout: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** @default none */
  readonly timeoutSeconds?: number;
}

const POLL_MS = 5;
/** Linux counts processor time in hundredths of a second for user programs. */
const TICKS_A_SECOND = 100;
const CHILD_USER_TICKS = 13;

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** The processor time of all children that have ended, from the fields after the command's name. */
function childrenCpu(): number | null {
  const stat = readOrNull("/proc/self/stat");
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[CHILD_USER_TICKS]) + Number(fields[CHILD_USER_TICKS + 1])) / TICKS_A_SECOND;
}

/** The high-water mark of a process's memory, which only rises, so that looking now and then is enough. */
function highWater(pid: number): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readOrNull(`/proc/${pid}/status`) ?? "")?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/**
 * Runs a program to its end and measures it from outside, without slowing it. One at a time: processor time is that of
 * all children that end meanwhile.
 */
export function runProcess(
  command: string,
  args: readonly string[],
  { env = {}, timeoutSeconds }: RunOptions = {},
): Promise<ProcessCost> {
  const { promise, resolve, reject } = Promise.withResolvers<ProcessCost>();
  const before = childrenCpu();
  const started = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(timeoutSeconds === undefined ? {} : { timeout: timeoutSeconds * 1000 }),
  });
  let peak: number | null = null;
  const poll = setInterval(() => {
    peak = highWater(child.pid ?? 0) ?? peak;
  }, POLL_MS);
  let wall = 0;
  const out: string[] = [];
  const error: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => error.push(text));
  child.on("exit", () => {
    wall = (performance.now() - started) / 1000;
    clearInterval(poll);
  });
  child.on("error", (cause) => {
    clearInterval(poll);
    reject(cause);
  });
  child.on("close", (code, signal) => {
    const after = childrenCpu();
    const cpu = before === null || after === null ? null : after - before;
    if (code === 0) resolve({ wall, cpu, peak, stdout: out.join("") });
    else {
      const last = error.join("").trim().split("\n").slice(-3).join(" ");
      reject(new Error(`${args.at(0) ?? command} ended with ${signal ?? code}: ${last}`));
    }
  });
  return promise;
}
