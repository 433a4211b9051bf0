"""What every peer script prints: one JSON line with the seconds of its kernel and the values to compare."""

import json
import resource
import time


class Kernel:
    """Times the part of a job that a peer's own benchmark would show; reading and tokenizing stay outside."""

    def __enter__(self):
        self.started = time.perf_counter()
        self.cpu = time.process_time()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self.started
        self.cpu_seconds = time.process_time() - self.cpu


def finish(kernel, **values):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"kernel": kernel.seconds, "kernelCpu": kernel.cpu_seconds, "peak": peak, **values}))


def texts(path, limit=None):
    """The documents of a JSON Lines file, the way its users read it; t0.jsonl has two fields."""
    found = []
    if not path.endswith(".jsonl"):
        with open(path, encoding="utf8") as lines:
            return [line.rstrip("\n") for line in lines if line.strip()][:limit]
    with open(path, "rb") as lines:
        for line in lines:
            record = json.loads(line)
            found.append(record["text"] if "text" in record else record["prompt"] + "\n" + record["completion"])
            if limit is not None and len(found) == limit:
                break
    return found
