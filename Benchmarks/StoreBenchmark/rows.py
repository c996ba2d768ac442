"""The rows: what is run in turn, and what it must not exceed."""

import os
import statistics

import records
from measuring import BenchmarkFailure, Series


class Rows:
    """Runs the rows that are asked for, and fills the table."""

    #: So many records go into the durable inserts, in so many rounds, each for at most so many seconds.
    INSERTS, ROUNDS, SECONDS = 2_000, 5, 20
    IMPORTS = 3

    def __init__(self, tools, table, wanted):
        self.tools, self.table, self.wanted = tools, table, wanted
        self.clock = tools.clock
        self.starts = {}

    def wants(self, name):
        return not self.wanted or any(word in name for word in self.wanted)

    # One operation, whole process

    def operations(self, pair):
        """Start, event, cancel, get, a day's list and a week's availability beside the shell."""
        peaks = []

        def in_turn(name, ours, theirs, output="null"):
            mine, shell = self.clock.in_turn(ours, theirs, output=output)
            peaks.append((name, mine, shell))
            return mine, shell

        def changing(verb):
            def side(store, user):
                role = {"event": "QUEUED", "cancel": "SCHEDULED", "get": "any"}[verb]
                return lambda: getattr(store, verb)(pair.id(role, user))

            return side(pair.ours, "ours"), side(pair.theirs, "theirs")

        if self.wants("callback start"):
            self.table.compare("callback start", *in_turn("start", pair.ours.start, pair.theirs.start), 1.0)
            self._count_starts(pair)
        for verb, name in (("event", "one event"), ("cancel", "callback cancel"), ("get", "callback get")):
            if self.wants(name):
                self.table.compare(name, *in_turn(verb, *changing(verb)), 1.0)
        day = pair.day()
        for output, where in (("null", "/dev/null"), ("pipe", "a pipe")):
            name = f"callback list of one day as JSON, to {where}"
            if self.wants(name):
                sides = (lambda: pair.ours.list(*day)), (lambda: pair.theirs.list(*day))
                self.table.compare(name, *in_turn(f"list, to {where}", *sides, output=output), 1.5)
        name = "availability of one week, 5-minute slots"
        if self.wants(name):
            mine, shell = in_turn("availability", pair.ours.availability, pair.theirs.availability)
            self.table.bound(name, mine, 10, beside=shell)
        for name, mine, shell in peaks:
            self.table.size(f"peak memory of {name}", mine.peak_mib, 30, "MiB", theirs=shell.peak_mib)

    def _count_starts(self, pair):
        if pair.ours.started != self.clock.repetitions + self.clock.WARM_UP:
            raise BenchmarkFailure(f"{pair.ours.started} callbacks were started in one row")
        self.starts[pair] = pair.ours.started

    def check(self, pair):
        """What the rows did must be there."""
        pair.check_after(self.starts.get(pair, 0))

    # The same work on a small and on a large store

    def growth(self, small, large, most):
        """One operation on a large store against the same one on a small store."""
        few = 33  # a day of the small store

        def side(verb, role):
            return [
                (lambda pair=pair: getattr(pair.ours, verb)(pair.id(role, "ours"))) for pair in (large, small)
            ]

        sides = {
            "callback start": [large.ours.start, small.ours.start],
            "one event": side("event", "QUEUED"),
            "callback cancel": side("cancel", "SCHEDULED"),
            "callback get": side("get", "any"),
            f"list of {few} records": [(lambda pair=pair: pair.ours.list(*pair.window(few))) for pair in (large, small)],
        }
        for verb, pairs in sides.items():
            if not self.wants(verb):
                continue
            self.table.compare(verb, *self.clock.in_turn(*pairs), most)
            if verb == "callback start":
                for pair in (small, large):
                    self.starts[pair] = pair.ours.started
        name = "availability of one week"
        if self.wants(name):
            # Not the same work: so many more bookings are counted. It is told, not judged.
            self.table.compare(name, *self.clock.in_turn(large.ours.availability, small.ours.availability), None)

    # Many records

    def inserts(self, pair):
        """Durable single inserts in one process, the library against SQLite's write-ahead log."""
        name = f"durable inserts in one process, into {pair.name}"
        if not self.wants(name):
            return
        rates = {"ours": [], "theirs": []}
        for number in range(self.ROUNDS):
            new = records.new_records(self.INSERTS, number)
            file = os.path.join(pair.folder, "new.jsonl")
            with open(file, "w", encoding="utf-8") as opened:
                opened.writelines(record.line + "\n" for record in new)
            store, database = pair.copies(number)
            sides = [
                ("ours", lambda: self._insert_ours(store, file)),
                ("theirs", lambda: database.insert_one_by_one(new, self.SECONDS)),
            ]
            for side, insert in sides if number % 2 else reversed(sides):
                os.sync()
                count, seconds = insert()
                rates[side].append(count / seconds)
            pair.remove(store, database)
        ours, theirs = (statistics.median(rates[side]) for side in ("ours", "theirs"))
        shown = [f"{median:,.0f}/s ({max(rates[side]):,.0f}/s)" for side, median in zip(rates, (ours, theirs))]
        self.table.add(name, *shown, f"{ours / theirs:.2f}", "≥ 0.9 ×", ours / theirs >= 0.9)

    def _insert_ours(self, store, file):
        said = self.clock.text([self.tools.library, "inserts", store.path, file, str(self.SECONDS)])
        count, nanoseconds = map(int, said.split())
        return count, nanoseconds / 1e9

    def imports(self, pair):
        """All records in one transaction."""
        name = f"import of {pair.name}"
        if not self.wants(name):
            return
        if not self.tools.can_import:
            name += ", through the library"
        runs = []
        for _ in range(self.IMPORTS):
            os.sync()
            runs.append(pair.fill(type(pair.ours)(self.tools.gmsctl, pair.ours.path + "-import")))
        taken = Series(runs)
        self.table.bound(name, taken, 1000 * pair.count / 100_000)
        self.table.size(f"peak memory of {name}", taken.peak_mib, 100, "MiB")

    # The program

    def program(self):
        """The time and the size of the program alone."""
        if self.wants("gmsctl --version"):
            mine, nothing = self.clock.in_turn(lambda: [self.tools.gmsctl, "--version"], lambda: ["/bin/true"])
            self.table.bound("gmsctl --version, beside /bin/true", mine, 2, beside=nothing)
        if self.wants("size of gmsctl"):
            self.table.size("size of gmsctl, static and stripped", os.path.getsize(self.tools.gmsctl) / 1e6, 20, "MB")
