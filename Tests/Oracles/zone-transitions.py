#!/usr/bin/env python3
"""Prints what Python's zoneinfo says about time zones, as an oracle for GMSCalendar's own reader.

Offsets are probed at a fixed step and each change is found to the second by bisection, so nothing here knows
how a zone file is laid out. Usage:

    zone-transitions.py DIRECTORY [--from 1970] [--to 2100] [--step-hours 24] [--random 50] [NAME ...]

With no names every zone of the directory is printed, once for all its links. The lines, with seconds since 1970:

    zone NAME
    change SECOND OFFSET-BEFORE OFFSET-AFTER
    offset SECOND OFFSET          (random instants between the years 1800 and 2500, seeded by the name)
    end NAME
"""

import argparse
import calendar
import datetime
import os
import random
import sys
import zoneinfo

ABBREVIATIONS = {"CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"}


def offset_at(zone, second):
    return int(datetime.datetime.fromtimestamp(second, zone).utcoffset().total_seconds())


def changes(zone, start, end, step):
    before = offset_at(zone, start)
    while start < end:
        stop = min(start + step, end)
        after = offset_at(zone, stop)
        if after == before:
            start = stop
            continue
        low, high = start, stop
        while high - low > 1:
            middle = (low + high) // 2
            if offset_at(zone, middle) == before:
                low = middle
            else:
                high = middle
        after = offset_at(zone, high)
        yield high, before, after
        start, before = high, after


def all_names(directory):
    """One name for each file, links left out."""
    names = {}
    for folder, folders, files in os.walk(directory):
        folders[:] = sorted(f for f in folders if f[0].isupper())
        for file in sorted(files):
            path = os.path.join(folder, file)
            name = os.path.relpath(path, directory)
            if not file[0].isupper() or name == "Factory" or name in ABBREVIATIONS:
                continue
            with open(path, "rb") as opened:
                if opened.read(4) != b"TZif":
                    continue
            names.setdefault(os.path.realpath(path), name)
    return sorted(names.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--from", dest="first", type=int, default=1970)
    parser.add_argument("--to", dest="last", type=int, default=2100)
    parser.add_argument("--step-hours", type=float, default=24)
    parser.add_argument("--random", type=int, default=50)
    options = parser.parse_intermixed_args()

    # Only this directory: an installed tzdata package may be another edition.
    directory = os.path.realpath(options.directory)
    zoneinfo.reset_tzpath([directory])
    start = calendar.timegm((options.first, 1, 1, 0, 0, 0))
    end = calendar.timegm((options.last + 1, 1, 1, 0, 0, 0))
    write = sys.stdout.write
    for name in options.names or all_names(directory):
        with open(os.path.join(directory, name), "rb") as file:
            zone = zoneinfo.ZoneInfo.from_file(file, key=name)
        write(f"zone {name}\n")
        for second, before, after in changes(zone, start, end, int(options.step_hours * 3600)):
            write(f"change {second} {before} {after}\n")
        chance = random.Random(name)
        for _ in range(options.random):
            second = chance.randrange(-5_364_662_400, 16_725_225_600)
            write(f"offset {second} {offset_at(zone, second)}\n")
        write(f"end {name}\n")


main()
