"""Their side: a SQLite database with the same records, and the sqlite3 shell's lines for the same work."""

import os
import random
import sqlite3
import time

import records
from measuring import BenchmarkFailure

_INSERT = "INSERT INTO callbacks (id, service, state, desired, body) VALUES (?, ?, ?, ?, ?)"
_SHELL_INSERT = "INSERT INTO callbacks (id, service, state, desired, body) VALUES ('{}', '{}', '{}', {}, '{}')"


def row(record):
    return record.id, records.SERVICE, record.state, record.desired * 1000, record.body


class SQLite:
    """A database, and the lines that work on it.

    A connection syncs as it always does when it is not told otherwise: FULL, with a journal that is deleted.
    """

    def __init__(self, program, path):
        self.program, self.path = program, path
        self.started = 0

    def make(self, population):
        """Makes the database with the records; answers the seconds that it took."""
        for ending in ("", "-journal", "-wal", "-shm"):
            if os.path.exists(self.path + ending):
                os.remove(self.path + ending)
        begin = time.monotonic()
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute(
            "CREATE TABLE callbacks (id TEXT PRIMARY KEY, service TEXT NOT NULL, state TEXT NOT NULL,"
            " desired INTEGER NOT NULL, body TEXT NOT NULL)"
        )
        connection.execute("BEGIN")
        connection.executemany(_INSERT, map(row, population))
        connection.execute("CREATE INDEX callbacks_by_desired ON callbacks (desired)")
        connection.execute("COMMIT")
        connection.close()
        return time.monotonic() - begin

    def check(self, clock):
        """The shell must sync as the target says, and know JSON; it does by itself since 3.38."""
        settings = clock.text(self.line("PRAGMA synchronous; PRAGMA journal_mode; SELECT json_set('{}', '$.a', 1);"))
        if settings.split() != ["2", "delete", '{"a":1}']:
            raise BenchmarkFailure(f"sqlite3 answers '{settings.split()}', not ['2', 'delete', '{{\"a\":1}}']")

    def line(self, statement):
        return [self.program, self.path, statement]

    def number(self, clock, statement):
        return int(clock.text(self.line(statement)))

    def start(self):
        """A new row; its body is made before the time begins."""
        self.started += 1
        record = records.Record(self.started, 10_000, random.Random(f"shell {self.path} {self.started}"))
        return self.line(_SHELL_INSERT.format(*row(record)))

    def event(self, record):
        return self._update(record, "ROUTING")

    def cancel(self, record):
        return self._update(record, "COMPLETED", ", '$._callback_reason', 'CANCELLED'")

    def _update(self, record, state, more=""):
        return self.line(
            f"UPDATE callbacks SET state = '{state}',"
            f" body = json_set(body, '$._callback_state', '{state}'{more}) WHERE id = '{record}'"
        )

    def get(self, record):
        return self.line(f"SELECT body FROM callbacks WHERE id = '{record}'")

    def list(self, start, end):
        return self.line(
            f"SELECT body FROM callbacks WHERE desired >= {start * 1000} AND desired < {end * 1000} ORDER BY desired"
        )

    def availability(self):
        """The nearest that SQL has: how many are booked in each slot of the week."""
        start, end = records.NOW * 1000, (records.NOW + 7 * records.DAY) * 1000
        return self.line(
            f"SELECT desired / 300000, count(*) FROM callbacks WHERE desired >= {start} AND desired < {end}"
            " AND state = 'SCHEDULED' GROUP BY 1"
        )

    def insert_one_by_one(self, new, seconds):
        """Puts one record in each transaction, with a write-ahead log; answers how many, and the seconds."""
        connection = sqlite3.connect(self.path, isolation_level=None)
        mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        connection.execute("PRAGMA synchronous=FULL")
        if mode != "wal":
            raise BenchmarkFailure(f"sqlite3's journal is '{mode}', not 'wal'")
        rows = [row(record) for record in new]
        count = elapsed = 0
        begin = time.perf_counter()
        for values in rows:
            connection.execute(_INSERT, values)
            count += 1
            elapsed = time.perf_counter() - begin
            if elapsed > seconds:
                break
        connection.close()
        return count, elapsed
