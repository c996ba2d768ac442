"""The table's office hours in opening-hours-py (Rust, MIT), for comparison on the same machine.

    pip install opening-hours-py && python3 Benchmarks/Peers/opening-hours-py.py

Prints one Markdown row each for: is it open, next opening (its next_change while closed), all periods of 2025.
"""
import datetime
import random
import statistics
import time
import zoneinfo

from opening_hours import OpeningHours

ZONE = zoneinfo.ZoneInfo("America/New_York")
HOLIDAYS = "Jan 01,Jan 20,Feb 17,May 26,Jun 19,Jul 04,Sep 01,Oct 13,Nov 11,Dec 25"
RULES = "; ".join(
    ["Mo-Fr 08:00-17:30", "Sa 09:00-12:00"]
    + [f"{day} off" for day in HOLIDAYS.split(",")]
    + ["2025 Jan 01 10:00-12:00", "2025 Jul 04 10:00-14:00", "Nov 30 18:00-21:00", "Dec 24 18:00-20:00"]
)


def median_ns(count, rounds, body):
    times = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        body()
        times.append((time.perf_counter_ns() - start) / count)
    return statistics.median(times)


def main():
    hours = OpeningHours(RULES, timezone=ZONE)
    generator = random.Random(42)
    first = datetime.datetime(2025, 1, 1, tzinfo=ZONE)
    instants = [first + datetime.timedelta(seconds=generator.randrange(63_072_000)) for _ in range(5_000)]

    def open_at():
        for instant in instants:
            hours.is_open(instant)

    def next_change():
        for instant in instants:
            hours.next_change(instant)

    def year():
        last = datetime.datetime(2026, 1, 1, tzinfo=ZONE)
        return [(a, b) for a, b, state, _ in hours.intervals(first, last) if str(state) == "open"]

    print(f"| is it open | {median_ns(len(instants), 5, open_at) / 1000:.2f} µs |")
    print(f"| next change | {median_ns(len(instants), 5, next_change) / 1000:.2f} µs |")
    print(f"| all periods of 2025 | {median_ns(1, 9, year) / 1000:.0f} µs |")


main()
