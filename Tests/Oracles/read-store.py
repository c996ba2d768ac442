#!/usr/bin/env python3
"""Reads a store of version 2, written from Docs/StorageFormat.md alone: an oracle for the library's own reader.

    read-store.py STORE                                        prints the state as JSON lines
    read-store.py --make STORE [--seed N] [--transactions N]   makes a small random store
    read-store.py --self-test                                  reads stores that it made, whole and damaged

Everything is checked: the checksum of each line, numbers, counts, chains, members and their order, and whether the
document says what the log says. Printed are, in this order and sorted,

    {"section":"services","name":"Support","value":{…}}
    {"kind":"callback","id":"1-…","keys":{"service":…,"state":…,"time":…,"created":…},"body":{…}}

where a body stands as in its line. A tear, or a document that is behind or ahead of the log, is told on standard error.
Exit code 0: read; 1: damaged, with file and line; 2: wrong usage; 3: no store, or not of version 2.
"""

import argparse
import json
import os
import re
import stat
import sys
import zlib

LONGEST_LINE = 16 << 20
SECTIONS = ("options", "services", "resources", "patterns", "accounts", "templates")
ENDING = re.compile(rb',"crc":"([0-9a-f]{8})"\}')
FIRST_LINE = re.compile(rb'\{"format":"gms-store","version":(\d{1,9})(?:,"crc":"([0-9a-f]{8})",$)?')
COMMIT_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class Damage(Exception):
    """What is wrong, with file and line."""

    def __init__(self, file, line, reason):
        super().__init__(f"{file}:{line}: {reason}")
        self.line = line


class NoStore(Exception):
    """There is no store that can be read."""


class Wrong(Exception):
    """Why a line is not as it should be."""


def checksum(data):
    return f"{zlib.crc32(data):08x}"


def no_constant(name):
    raise ValueError(f"'{name}' is no JSON")


DECODER = json.JSONDecoder(parse_constant=no_constant)


def members(text):
    """The members of an object without white space between them: (name, value, text of the value)."""
    found, place = [], 1
    try:
        if text[:1] != "{":
            raise Wrong("the line is no JSON object")
        while True:
            name, end = DECODER.raw_decode(text, place)
            if not isinstance(name, str) or text[end : end + 1] != ":":
                raise Wrong(f"no member stands at column {place + 1}")
            value, place = DECODER.raw_decode(text, end + 1)
            found.append((name, value, text[end + 1 : place]))
            if text[place : place + 1] != ",":
                break
            place += 1
    except (ValueError, RecursionError) as error:
        raise Wrong(f"the line is no JSON: {error}") from error
    if text[place:] != "}":
        raise Wrong(f"the object does not end at column {place + 1}")
    return found


def is_number(value, least=None):
    return isinstance(value, int) and not isinstance(value, bool) and (least is None or value >= least)


def is_text(value):
    """Text can be written as UTF-8: no half of a surrogate pair."""
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)


def is_place(value):
    return isinstance(value, list) and len(value) == 2 and value[0] in SECTIONS and is_text(value[1])


CHECKS = {
    "seq": lambda value: is_number(value, 0),
    "put": is_text, "remove": is_text, "id": is_text, "service": is_text, "state": is_text, "customer": is_text,
    "time": is_number, "created": is_number, "due": is_number,
    "body": lambda value: isinstance(value, dict),
    "set": is_place, "unset": is_place, "value": lambda value: isinstance(value, dict),
    "commit": lambda value: is_number(value, 0),
    "command": is_text,
    "chain": lambda value: isinstance(value, str) and re.fullmatch("[0-9a-f]{8}", value),
    "format": lambda value: value == "gms-log",
    "version": lambda value: value == 2,
    "generation": lambda value: is_number(value, 1),
    "sequence": lambda value: is_number(value, 0),
}
# What stands in each kind of line, in order; a name in brackets may be absent.
HEADER = ["format", "version", "generation", "sequence"]
LINES = {
    "put": ["seq", "put", "id", "service", "state", "time", "created", "[due]", "[customer]", "body"],
    "remove": ["seq", "remove", "id"],
    "set": ["seq", "set", "value"],
    "unset": ["seq", "unset"],
    "commit": ["seq", "commit", "time", "command", "chain"],
}


class Line:
    """One line whose checksum fits and whose members are what its kind has."""

    def __init__(self, data, shape=None):
        """Reads a line without its line feed; `shape` are the members of a header.

        Raises `Wrong`.
        """
        if len(data) > LONGEST_LINE:
            raise Wrong(f"the line has {len(data)} bytes, more than 16 MiB")
        ending = ENDING.fullmatch(data[-18:])
        if not ending:
            raise Wrong("the line does not end with its checksum")
        self.crc = ending[1].decode()
        if checksum(data[:-18]) != self.crc:
            raise Wrong(f"the checksum is '{self.crc}', but of the line it is '{checksum(data[:-18])}'")
        try:
            found = members(data.decode("utf-8"))[:-1]
        except UnicodeDecodeError as error:
            raise Wrong(f"the line is no UTF-8 at byte {error.start + 1}") from error
        self.kind = found[1][0] if len(found) > 1 and shape is None else ""
        names = shape or LINES.get(self.kind)
        if names is None:
            raise Wrong(f"the line is of the unknown kind '{self.kind}'")
        given = [name for name, _, _ in found]
        if given != [name.strip("[]") for name in names if name[0] != "[" or name[1:-1] in given]:
            raise Wrong(f"the members are {', '.join(given)}, not {', '.join(names)}")
        self.values = {name: value for name, value, _ in found}
        self.texts = {name: text for name, _, text in found}
        for name, value in self.values.items():
            check = CHECKS[name]
            if self.kind == "commit" and name == "time":
                check = lambda text: isinstance(text, str) and COMMIT_TIME.fullmatch(text)
            if not check(value):
                raise Wrong(f"the member '{name}' cannot be '{self.texts[name][:60]}'")

    def __getitem__(self, name):
        return self.values[name]


class State:
    """Configuration and records after some transactions."""

    def __init__(self):
        self.configuration = {}  # (section, name): value
        self.records = {}  # (kind, id): the put line

    def apply(self, lines):
        for line in lines:
            if line.kind == "put":
                self.records[line["put"], line["id"]] = line
            elif line.kind == "remove":
                self.records.pop((line["remove"], line["id"]), None)
            elif line.kind == "set":
                self.configuration[tuple(line["set"])] = line["value"]
            elif line.kind == "unset":
                self.configuration.pop(tuple(line["unset"]), None)

    def print(self):
        """The state as lines of JSON."""
        for section, name in sorted(self.configuration, key=lambda key: [part.encode() for part in key]):
            yield compact({"section": section, "name": name, "value": self.configuration[section, name]})
        for kind, name in sorted(self.records, key=lambda key: [part.encode() for part in key]):
            line = self.records[kind, name]
            keys = {key: line[key] for key in LINES["put"] for key in [key.strip("[]")] if key in line.values}
            for key in ("seq", "put", "id", "body"):
                del keys[key]
            start = compact({"kind": kind, "id": name, "keys": keys})[:-1]
            yield f'{start},"body":{line.texts["body"]}}}'


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Log:
    """The log: its transactions from first to last, and what follows the last one that counts."""

    def __init__(self, data, file, at=None):
        """Reads a log; `at` is a number of a transaction after which the configuration is kept."""
        self.file, self.state, self.configuration_at = file, State(), None
        lines = data.split(b"\n")
        self.lines, self.rest_of_line = lines[:-1], lines[-1]
        try:
            if not self.lines:
                raise Wrong("the header is not there, or has no line feed")
            header = Line(self.lines[0], HEADER)
        except Wrong as wrong:
            raise Damage(file, 1, wrong) from wrong
        self.generation, self.first = header["generation"], header["sequence"]
        self.last = self.first - 1
        self.chain, self.next = header.crc, 1  # the line that comes next
        self.tear = None
        while self.next < len(self.lines) or self.rest_of_line:
            try:
                self._transaction()
            except Wrong as wrong:
                self._check_tear(wrong)
                break
            if self.last == at:
                self.configuration_at = dict(self.state.configuration)
        if self.last < self.first and self.tear is None:
            raise Damage(file, 2, "the first transaction, which holds the whole state, is not there")

    def _transaction(self):
        """Reads one transaction, or raises `Wrong`; `wrong_line` is where then."""
        found, chained = [], self.chain
        number = self.last + 1
        for index in range(self.next, len(self.lines)):
            self.wrong_line = index + 1
            line = Line(self.lines[index])
            if line["seq"] != number:
                raise Wrong(f"the line is of transaction {line['seq']}, not of {number}")
            if line.kind != "commit":
                found.append(line)
                chained += line.crc
                continue
            if line["commit"] != len(found):
                raise Wrong(f"the commit is of {line['commit']} lines, but {len(found)} stand before it")
            if line["chain"] != checksum(chained.encode()):
                raise Wrong(f"the chain is '{line['chain']}', but of the lines it is '{checksum(chained.encode())}'")
            self.state.apply(found)
            self.last, self.chain, self.next = number, line["chain"], index + 1
            return
        self.wrong_line = len(self.lines) + (1 if self.rest_of_line else 0)
        raise Wrong("the line has no line feed" if self.rest_of_line else f"the commit of transaction {number} is missing")

    def _check_tear(self, wrong):
        """What follows the last transaction that counts is a tear, unless a line of a later one shows damage."""
        damage = Damage(self.file, self.wrong_line, wrong)
        if self.last < self.first:
            raise damage  # the first transaction was in place before the file was: no writer tore it
        for data in self.lines[self.next :]:
            try:
                line = Line(data)
            except Wrong:
                continue
            if line["seq"] >= self.last + 2:
                raise damage
        size = sum(len(data) + 1 for data in self.lines[self.next :]) + len(self.rest_of_line)
        self.tear = f"{self.file}:{self.next + 1}: a tear of {size} bytes is ignored: {wrong}"


def read_file(path):
    """The bytes of a regular file; nothing else is opened."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise NoStore(f"{path}: not a regular file")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise NoStore(f"{path}: {error.strerror}") from error


def read_document(data, file):
    """Sequence and configuration of the document."""
    first, feed, rest = data.partition(b"\n")
    start = FIRST_LINE.match(first)
    if not start:
        raise Damage(file, 1, "the line is not the first one of a document")
    if int(start[1]) != 2:
        raise NoStore(f"{file}: version {int(start[1])}; only version 2 is read here")
    if not feed or not start[2]:
        raise Damage(file, 1, "the line does not end with its checksum")
    if start[2].decode() != checksum(rest):
        raise Damage(file, 1, f"the checksum is '{start[2].decode()}', but of the text it is '{checksum(rest)}'")
    try:
        document = DECODER.decode(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Damage(file, 1, f"the text is no JSON: {error}") from error
    if list(document) != ["format", "version", "crc", "sequence", "configuration"]:
        raise Damage(file, 1, f"the members are {', '.join(document)}")
    configuration = document["configuration"]
    if not is_number(document["sequence"], 0) or not isinstance(configuration, dict):
        raise Damage(file, 2, "the sequence is no number of a transaction, or the configuration no object")
    flat = {}
    for section, named in configuration.items():
        if section not in SECTIONS or not isinstance(named, dict):
            raise Damage(file, 3, f"the configuration has no section '{section}', or it is no object")
        flat.update({(section, name): value for name, value in named.items()})
    return document["sequence"], flat


def read(store):
    """The log of a store with its state, and what is worth telling; raises `Damage` or `NoStore`."""
    document, records = os.path.join(store, "store.json"), os.path.join(store, "records.jsonl")
    sequence, configuration = read_document(read_file(document), document)
    log = Log(read_file(records), records, at=sequence)
    notes = [log.tear] if log.tear else []
    if sequence > log.last or sequence < log.first:
        notes.append(f"{document}: of transaction {sequence}, but the log has {log.first} to {log.last}: not used")
    elif log.configuration_at != configuration:
        raise Damage(document, 3, f"the configuration is not the log's after transaction {sequence}")
    return log, notes


def main():
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    sys.dont_write_bytecode = True
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", nargs="?")
    parser.add_argument("--make", metavar="STORE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--transactions", type=int, default=10)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if sum(map(bool, (options.store, options.make, options.self_test))) != 1:
        parser.error("one of STORE, --make STORE and --self-test")
    try:
        if options.make:
            import store_maker

            store_maker.RandomStore(options.seed, options.transactions).write(options.make)
            return 0
        if options.self_test:
            import store_self_test

            return store_self_test.run(sys.modules[__name__])
        log, notes = read(options.store)
    except (Damage, NoStore) as error:
        print(error, file=sys.stderr)
        return 1 if isinstance(error, Damage) else 3
    for note in notes:
        print(note, file=sys.stderr)
    sys.stdout.reconfigure(encoding="utf-8")
    for line in log.state.print():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
