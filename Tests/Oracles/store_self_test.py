"""Reads stores that were made, whole and damaged in every way that is easy to count; see read-store.py.

What may be answered after a change of the log: the state before the change; the state after the transaction before the
last, told as a tear, when the change lies behind that transaction; or damage with file and line. Nothing else.
"""

import os
import random
import tempfile
from store_maker import RandomStore, crc, sealed

STORES = 40


class Failure(Exception):
    pass


class SelfTest:
    def __init__(self, reader):
        self.reader = reader
        self.counts = {}

    def expect(self, fact, what):
        if not fact:
            raise Failure(what)

    def log(self, data):
        """The log's state as printed lines and whether there is a tear; None when it is damaged."""
        try:
            log = self.reader.Log(data, "records.jsonl")
        except self.reader.Damage as damage:
            lines = data.count(b"\n") + 1
            self.expect(1 <= damage.line <= lines + 1, f"damage is told in line {damage.line} of {lines}")
            return None
        return list(log.state.print()), log.tear is not None

    def changed(self, store, data, place, what):
        """A log that was changed from byte `place` on reads as one of the states that it may."""
        self.counts[what] = self.counts.get(what, 0) + 1
        found = self.log(data)
        if found is None:
            return "damage"
        state, is_torn = found
        behind = [number for number, end in enumerate(store.ends) if end <= place]
        if state == store.states[-1] and (data.startswith(store.log) or data == store.log):
            return "whole"
        self.expect(behind, f"{what} at {place}: no transaction lies before it, and yet it is read")
        self.expect(state == store.states[behind[-1]], f"{what} at {place}: a state that never was")
        self.expect(is_torn or len(data) == store.ends[behind[-1]], f"{what} at {place}: a tear that is not told")
        if what != "cut":
            self.expect(behind[-1] >= len(store.ends) - 2, f"{what} at {place}: {len(store.ends)} have become fewer")
        return "tear"

    def one(self, seed):
        chance = random.Random(f"damage {seed}")
        store = RandomStore(seed, transactions=chance.randint(1, 7))
        log = store.log
        self.expect(self.log(log) == (store.states[-1], False), "the whole log is not read as it was made")
        for place in range(len(log)):
            flipped = bytearray(log)
            flipped[place] ^= 1 << chance.randrange(8)
            told = self.changed(store, bytes(flipped), place, "flip")
            before_last = store.ends[-2] if len(store.ends) > 1 else len(log)
            expected = "damage" if place < before_last else "tear"
            self.expect(told == expected, f"flip at {place} of {len(log)} is {told}, not {expected}")
            self.changed(store, log[:place], place, "cut")
        lines = log.splitlines(keepends=True)
        starts = [sum(map(len, lines[:index])) for index in range(len(lines))]
        for index, line in enumerate(lines):
            rest = lines[index + 1 :]
            for what, middle in (("line removed", []), ("line twice", [line, line]), ("line garbled", [b"\xff\n"])):
                data = b"".join(lines[:index] + middle + rest)
                self.changed(store, data, starts[index] + len(line) * (what == "line twice"), what)
            other = chance.randrange(len(lines))
            if lines[other] != line:
                swapped = list(lines)
                swapped[index], swapped[other] = swapped[other], swapped[index]
                self.changed(store, b"".join(swapped), starts[min(index, other)], "lines swapped")
        for tail in (b"x", b"{}\n", b"\0" * 512, lines[-1], lines[0], log[: store.ends[0]]):
            self.changed(store, log + tail, len(log), "tail")

    def stores(self, seed):
        """Whole directories: the document beside the log."""
        store = RandomStore(seed, transactions=5)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "store")
            store.write(path)

            def told(name, data):
                with open(os.path.join(path, name), "wb") as file:
                    file.write(data)
                try:
                    log, notes = self.reader.read(path)
                    return list(log.state.print()) == store.states[-1], len(notes)
                except self.reader.Damage:
                    return "damage"
                except self.reader.NoStore:
                    return "no store"

            rest = store.document.partition(b"\n")[2]
            ahead = rest.replace(f'"sequence":{store.document_at}'.encode(), f'"sequence":{store.last + 1}'.encode())
            other = rest.replace(b'"configuration":{', b'"configuration":{"patterns":{"p":{}},').replace(b",}", b"}")
            newer = store.document.replace(b'"version":2', b'"version":3')
            older = store.document.replace(b'"version":2', b'"version":1')
            cases = [
                ("whole", store.document, (True, 0)),
                ("ahead of the log", self.document(ahead), (True, 1)),
                ("another configuration", self.document(other), "damage"),
                ("changed by hand", store.document + b" ", "damage"),
                ("cut", store.document[:-1], "damage"),
                ("empty", b"", "damage"),
                ("newer", newer, "no store"),
                ("older", older, "no store"),
            ]
            for name, data, expected in cases:
                found = told("store.json", data)
                self.expect(found == expected, f"document '{name}': {found}, not {expected}")
                self.counts["document"] = self.counts.get("document", 0) + 1
            os.remove(os.path.join(path, "store.json"))
            os.symlink("records.jsonl", os.path.join(path, "store.json"))
            try:
                self.reader.read(path)
                self.expect(False, "a symbolic link was read")
            except self.reader.NoStore:
                pass

    def forged(self):
        """Logs whose checksums and chains fit, and whose numbers or counts do not."""

        def log(*transactions, first=0):
            data, chain = sealed({"format": "gms-log", "version": 2, "generation": 1, "sequence": first})
            for numbers, commit, count in transactions:
                chained = chain
                for number in numbers:
                    line, checksum = sealed({"seq": number, "remove": "callback", "id": "1"})
                    data, chained = data + line, chained + checksum
                chain = crc(chained.encode())
                time = "2025-01-06T14:00:00.000Z"
                data += sealed({"seq": commit, "commit": count, "time": time, "command": "c", "chain": chain})[0]
            return data

        cases = [
            ("two that fit", log(([0], 0, 1), ([1, 1], 1, 2)), ([], False)),
            ("none but commits", log(([], 0, 0), ([], 1, 0)), ([], False)),
            ("a count too high at the end", log(([0], 0, 1), ([1], 1, 2)), ([], True)),
            ("a count too low before another", log(([0], 0, 1), ([1], 1, 0), ([2], 2, 1)), None),
            ("a count that is wrong in the first", log(([0], 0, 2)), None),
            ("a gap in the numbers", log(([0], 0, 1), ([2], 2, 1)), None),
            ("a number twice", log(([0], 0, 1), ([0], 0, 1)), ([], True)),
            ("a number twice before another", log(([0], 0, 1), ([0], 0, 1), ([1], 1, 1), ([2], 2, 1)), None),
            ("a line of another transaction", log(([0], 0, 1), ([0], 1, 1)), ([], True)),
            ("another first number than the header's", log(([0], 0, 1), first=1), None),
            ("no transaction", log(), None),
        ]
        for name, data, expected in cases:
            found = self.log(data)
            self.expect(found == expected, f"{name}: {found}, not {expected}")
            self.counts["forged"] = self.counts.get("forged", 0) + 1

    @staticmethod
    def document(rest):
        return f'{{"format":"gms-store","version":2,"crc":"{crc(rest)}",\n'.encode() + rest

    def lines(self):
        """Lines whose checksum fits and whose content does not."""
        good = {"seq": 1, "put": "callback", "id": "1", "service": "s", "state": "S", "time": 1, "created": 2, "body": {}}
        commit = {"seq": 1, "commit": 1, "time": "2025-01-06T14:00:00.000Z", "command": "c", "chain": "00000000"}
        cases = [
            (good, True), ({**good, "seq": "1"}, False), ({**good, "seq": True}, False), ({**good, "seq": -1}, False),
            ({**good, "time": 1.5}, False), ({**good, "time": "1"}, False), ({**good, "body": []}, False),
            ({**good, "id": "\ud800"}, False), ({**good, "more": 1}, False), ({**good, "due": 3}, False),
            ({"seq": 1, "remove": "callback", "id": "1"}, True), ({"seq": 1, "remove": "callback"}, False),
            ({"seq": 1, "set": ["services", "a"], "value": {}}, True),
            ({"seq": 1, "set": ["services"], "value": {}}, False),
            ({"seq": 1, "set": ["service", "a"], "value": {}}, False),
            ({"seq": 1, "set": ["services", "a"], "value": 1}, False),
            ({"seq": 1, "unset": ["services", "a"]}, True), ({"seq": 1, "drop": 1}, False), ({"seq": 1}, False), ({}, False),
            (commit, True), ({**commit, "time": "2025-01-06T14:00:00Z"}, False), ({**commit, "chain": "0000000G"}, False),
            ({**commit, "commit": -1}, False),
        ]
        for members, expected in cases:
            if members.get("id") == "\ud800":
                start = b'{"seq":1,"put":"callback","id":"\\ud800","service":"s","state":"S","time":1,"created":2,"body":{}'
                line = start + f',"crc":"{crc(start)}"}}'.encode()
            else:
                line = sealed(members)[0][:-1]
            try:
                self.reader.Line(line)
                read = True
            except self.reader.Wrong:
                read = False
            self.expect(read == expected, f"the line {members} is {'read' if read else 'refused'}")
            self.counts["line"] = self.counts.get("line", 0) + 1
        # The body stands as it was, byte for byte; white space between members is none of the format's.
        start = b'{"seq":1,"put":"callback","id":"1","service":"s","state":"S","time":1,"created":2,"body":{"a" : 1.50}'
        line = self.reader.Line(start + f',"crc":"{crc(start)}"}}'.encode())
        self.expect(line.texts["body"] == '{"a" : 1.50}', "a body was not kept as it was")
        start = start.replace(b',"id"', b', "id"')
        try:
            self.reader.Line(start + f',"crc":"{crc(start)}"}}'.encode())
            self.expect(False, "white space between members was read")
        except self.reader.Wrong:
            pass
        # The check value that every description of this checksum gives.
        self.expect(self.reader.checksum(b"123456789") == "cbf43926", "the checksum is another one")


def run(reader):
    test = SelfTest(reader)
    try:
        test.lines()
        test.forged()
        for seed in range(STORES):
            test.seed = seed
            test.one(seed)
            test.stores(seed)
    except Failure as failure:
        print(f"self-test, seed {getattr(test, 'seed', '-')}: {failure}")
        return 1
    print("self-test passed: " + ", ".join(f"{count} × {what}" for what, count in sorted(test.counts.items())))
    return 0
