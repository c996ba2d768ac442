"""A store and a database with the same records."""

import os
import shutil

import records
from gmsctl import GMSCtl
from measuring import BenchmarkFailure
from peer import SQLite

#: How many parts the records are cut into; of each part one id is kept for the rows. Few are queued, so more of those.
_PARTS = {"any": 1_000, "SCHEDULED": 1_000, "QUEUED": 6_000}


class Pair:
    """Both sides with so many records, and the ids that the rows work on."""

    def __init__(self, tools, count):
        self.tools, self.count, self.name = tools, count, f"{count:,}"
        folder = os.path.join(tools.directory, str(count))
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        self.lines = os.path.join(folder, "records.jsonl")
        self.ours = GMSCtl(tools.gmsctl, os.path.join(folder, "gms-store"))
        self.theirs = SQLite(tools.sqlite, os.path.join(folder, "callbacks.db"))
        self.seconds_of_theirs = 0.0
        self._ids = {role: [] for role in _PARTS}
        self._next = {}

    def make(self):
        """Makes the lines, the store and the database, and checks that both hold the same."""
        self.seconds_of_theirs = self.theirs.make(self._written())
        self.theirs.check(self.tools.clock)
        self.fill(self.ours)
        self._check()
        return self

    def fill(self, store):
        """Makes a store with all records; answers the process that put them into it."""
        clock = self.tools.clock
        store.make(clock, self.tools.configuration)
        if self.tools.can_import:
            return clock.run(store.import_line(self.lines))
        return clock.run([self.tools.library, "import", store.path, self.lines])

    def _written(self):
        """The records, each written as a line when it passes; ids are kept evenly from the whole."""
        steps = {role: max(1, self.count // parts) for role, parts in _PARTS.items()}
        with open(self.lines, "w", encoding="utf-8") as file:
            for number, record in enumerate(records.population(self.count)):
                file.write(record.line + "\n")
                for role, step in steps.items():
                    if role in ("any", record.state) and number % step == 0:
                        self._ids[role].append(record.id)
                yield record

    def _check(self):
        """Both sides must answer as many records for the day that the rows list, and for the whole time."""
        for name, start, end in (("day", *self.day()), ("whole time", records.FIRST, records.FIRST + 30 * records.DAY)):
            listed = self.tools.clock.text(self.ours.list(start, end)).count('"_id":')
            where = f"desired >= {start * 1000} AND desired < {end * 1000}"
            stored = self.theirs.number(self.tools.clock, f"SELECT count(*) FROM callbacks WHERE {where}")
            if listed != stored or listed == 0:
                raise BenchmarkFailure(f"the {name} of {self.name} holds {listed} callbacks and {stored} rows")

    def check_after(self, starts):
        """Every start that was timed must have left a callback; nothing else may have made or lost one."""
        end = records.FIRST + 40 * records.DAY
        listed = self.tools.clock.text(self.ours.list(records.FIRST, end)).count('"_id":')
        if listed != self.count + starts:
            raise BenchmarkFailure(f"after {starts} starts {self.name} callbacks have become {listed:,}")

    def copies(self, number):
        """A copy of both sides, for work that would change what later rows find."""
        store = GMSCtl(self.tools.gmsctl, f"{self.ours.path}-{number}")
        database = SQLite(self.tools.sqlite, f"{self.theirs.path}-{number}")
        shutil.rmtree(store.path, ignore_errors=True)
        shutil.copytree(self.ours.path, store.path)
        for ending in ("-wal", "-shm", "-journal"):
            if os.path.exists(database.path + ending):
                os.remove(database.path + ending)
        shutil.copy(self.theirs.path, database.path)
        return store, database

    def remove(self, store, database):
        shutil.rmtree(store.path)
        os.remove(database.path)

    def id(self, role, user):
        """The next id of a role for a user, so that two sides that take turns get the same ones."""
        ids = self._ids[role]
        place = self._next[role, user] = self._next.get((role, user), -1) + 1
        if role == "any":
            return ids[place * 7919 % len(ids)]
        if place >= len(ids):
            raise BenchmarkFailure(f"{self.name} callbacks have only {len(ids)} that are {role}; repeat less")
        return ids[place]

    @staticmethod
    def day():
        """The day that is listed: a week ahead."""
        start = records.FIRST + 7 * records.DAY
        return start, start + records.DAY

    def window(self, count):
        """A stretch that holds about so many records, in the middle of that day."""
        start = self.day()[0] + records.DAY // 2
        return start, start + max(1, round(count * records.DAYS * records.DAY / self.count))
