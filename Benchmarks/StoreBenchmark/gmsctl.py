"""Our side: gmsctl built fully static in release, its stores, and its lines."""

import os
import shutil
import subprocess

import records
from measuring import BenchmarkFailure

_STATIC = ".build-static"


def build(root):
    """Builds gmsctl and the tools of the benchmark, and answers the paths (gmsctl, library tool, clock)."""
    package = ["swift", "build", "-c", "release"]
    static = [*package, "--package-path", root, "--scratch-path", os.path.join(root, _STATIC)]
    static += ["--product", "gmsctl", "-Xswiftc", "-static-executable"]
    tools = [*package, "--package-path", os.path.join(root, "Benchmarks")]
    for line in (static, [*tools, "--product", "gms-store-benchmark"], [*tools, "--product", "measure-process"]):
        _swift(line)
    built = _swift([*static, "--show-bin-path"]), _swift([*tools, "--show-bin-path"])
    return (
        os.path.join(built[0], "gmsctl"),
        os.path.join(built[1], "gms-store-benchmark"),
        os.path.join(built[1], "measure-process"),
    )


def _swift(line):
    done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise BenchmarkFailure(f"exit code {done.returncode} of: {' '.join(line)}\n{done.stdout}")
    return done.stdout.strip()


def stripped(program, directory):
    """A stripped copy of a program: what is shipped, and what is measured."""
    copy = os.path.join(directory, os.path.basename(program))
    shutil.copy(program, copy)
    if subprocess.run(["strip", copy], check=False).returncode != 0:
        raise BenchmarkFailure("'strip' failed; it comes with binutils")
    return copy


class GMSCtl:
    """A store, and the lines that work on it."""

    def __init__(self, program, path):
        self.program, self.path = program, path
        self.started = 0

    def line(self, *words, now=records.NOW):
        return [self.program, "--store", self.path, "--now", records.instant(now), *words]

    def make(self, clock, configuration):
        """Makes the store with its configuration and no record."""
        shutil.rmtree(self.path, ignore_errors=True)
        clock.run(self.line("init"))
        clock.run(self.line("apply", "-f", configuration))

    @staticmethod
    def can_import(program):
        """Whether this gmsctl has the command `store import`."""
        line = [program, "store", "import", "--help"]
        return subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0

    def import_line(self, file):
        return self.line("store", "import", file)

    def start(self):
        """A new callback at a time that is free, with as much in it as the others have."""
        self.started += 1
        number = self.started
        at = records.NOW + records.DAY * (1 + number % 28) + 7 * 3600 + number
        return self.line(
            "callback", "start", records.SERVICE, "--number", records.phone(9_000_000 + number),
            "--at", records.instant(at), "account=5f3759dfbeef", "lob=sales", "note=" + "x" * 90, "-o", "json",
        )

    def event(self, record):
        return self.line("callback", "event", record, "agent-reserved", "agent=kate", "-o", "json")

    def cancel(self, record):
        return self.line("callback", "cancel", record, "-o", "json")

    def get(self, record):
        return self.line("callback", "get", record, "-o", "json")

    def list(self, start, end):
        window = ["--from", records.instant(start), "--to", records.instant(end)]
        return self.line("callback", "list", *window, "--max", "10000000", "-o", "json")

    def availability(self):
        window = ["--start", records.instant(records.NOW), "--days", "7"]
        return self.line("callback", "availability", records.SERVICE, *window, "-o", "json")
