import { describe, expect, test } from "vitest";
import { showProgress } from "./progress.ts";

function recorder(stream: { isTTY: boolean; columns?: number }) {
  const written: string[] = [];
  let time = 0;
  const progress = showProgress({ ...stream, write: (text) => written.push(text) }, () => time);
  return { progress, written, passes: (milliseconds: number) => (time += milliseconds) };
}

describe("showProgress()", () => {
  test("shows nothing for work that ends at once", () => {
    const { progress, written } = recorder({ isTTY: true });
    progress.update("reading", 0.5);
    progress.finish();
    expect(written).toEqual([]);
  });

  test("redraws one bar on a terminal and takes it away", () => {
    const { progress, written, passes } = recorder({ isTTY: true, columns: 60 });
    passes(1000);
    progress.update("reading", 0.5);
    progress.finish();
    expect(written).toEqual(["\r\u001b[2Kreading  ████████████░░░░░░░░░░░░  50 %", "\r\u001b[2K"]);
  });

  test("never draws beyond the terminal's width", () => {
    for (const columns of [12, 20, 30, 40, 80]) {
      const { progress, written, passes } = recorder({ isTTY: true, columns });
      passes(1000);
      progress.update("near-duplicates", 1);
      const bar = written.join("").replace("\r\u001b[2K", "");
      expect(bar.length).toBeLessThan(columns);
    }
  });

  test("writes plain lines, and few, where there is no terminal", () => {
    const { progress, written, passes } = recorder({ isTTY: false });
    for (let second = 0; second < 12; second++) {
      passes(1000);
      progress.update("self-bleu", second / 12);
    }
    expect(written).toEqual(["corpulse: self-bleu 33 % (5 s)\n", "corpulse: self-bleu 75 % (10 s)\n"]);
  });

  test("prints a line above the bar", () => {
    const { progress, written, passes } = recorder({ isTTY: true });
    passes(1000);
    progress.update("reading", null);
    progress.say("Text: prompt");
    expect(written.slice(1)).toEqual(["\r\u001b[2K", "Text: prompt\n"]);
  });
});
