"""Times of whole processes, taken in turn."""

import os
import statistics
import subprocess


class BenchmarkFailure(Exception):
    """Why a figure could not be had."""


class Run:
    """What one process took."""

    def __init__(self, milliseconds, peak_mib, code, read):
        self.milliseconds, self.peak_mib, self.code, self.read = milliseconds, peak_mib, code, read


class Series:
    """The runs of one side of a row."""

    def __init__(self, runs):
        self.median = statistics.median(run.milliseconds for run in runs)
        self.minimum = min(run.milliseconds for run in runs)
        self.peak_mib = max(run.peak_mib for run in runs)
        self.bytes_read = max(run.read for run in runs)

    def __str__(self):
        return f"{duration(self.median)} ({duration(self.minimum)})"


def duration(milliseconds):
    if milliseconds < 100:
        return f"{milliseconds:.2f} ms"
    if milliseconds < 10_000:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / 1000:.1f} s"


class Clock:
    """Runs processes under the small program `measure-process`."""

    #: Runs of each side before those that count.
    WARM_UP = 3

    def __init__(self, program, directory, repetitions):
        self.program, self.errors, self.repetitions = program, os.path.join(directory, "errors"), repetitions
        # No file of the user's, and no variable, changes what is run.
        home = os.path.join(directory, "home")
        os.makedirs(home, exist_ok=True)
        self.environment = {"HOME": home, "PATH": os.environ.get("PATH", ""), "NO_COLOR": "1"}
        for name in ("TZDIR", "LD_LIBRARY_PATH"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def run(self, arguments, output="null"):
        """Runs one process; its exit code must be 0."""
        taken = subprocess.run(
            [self.program, output, self.errors, *arguments],
            env=self.environment, stdout=subprocess.PIPE, text=True, check=False,
        )
        if taken.returncode != 0:
            raise BenchmarkFailure(f"measure-process ended with code {taken.returncode}")
        nanoseconds, kib, code, read = map(int, taken.stdout.split())
        if code != 0:
            with open(self.errors, encoding="utf-8", errors="replace") as file:
                said = file.read().strip()
            shown = " ".join(argument if len(argument) < 120 else argument[:117] + "..." for argument in arguments)
            raise BenchmarkFailure(f"exit code {code} of: {shown}\n{said}")
        return Run(nanoseconds / 1e6, kib / 1024, code, read)

    def text(self, arguments):
        """What a process prints, for checks."""
        path = self.errors + ".out"
        self.run(arguments, output=path)
        with open(path, encoding="utf-8") as file:
            return file.read()

    def in_turn(self, *sides, output="null", repetitions=None):
        """Runs the sides one after the other, in changing order, and answers one series for each.

        A side answers the arguments of its next run; what it does before is not timed.
        """
        os.sync()  # what was written before must not be waited for inside a row
        runs = [[] for _ in sides]
        for repetition in range(-self.WARM_UP, repetitions or self.repetitions):
            order = range(len(sides)) if repetition % 2 else reversed(range(len(sides)))
            for index in order:
                taken = self.run(sides[index](), output=output)
                if repetition >= 0:
                    runs[index].append(taken)
        return [Series(taken) for taken in runs]
