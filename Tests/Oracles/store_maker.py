"""Makes small random stores of version 2, from Docs/StorageFormat.md alone; see read-store.py."""

import json
import os
import random
import zlib

TEXTS = ["Support", "sales", "é", "日本", 'a "quoted" \\ name', "x" * 40, "line\nfeed", "\U0001f600"]
STATES = ["SCHEDULED", "QUEUED", "COMPLETED"]
KINDS = ["callback", "callback", "callback", "booking"]


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def crc(data):
    return f"{zlib.crc32(data):08x}"


def sealed(members):
    """A line with its checksum and its line feed, and the checksum."""
    start = compact(members)[:-1].encode()
    return start + f',"crc":"{crc(start)}"}}\n'.encode(), crc(start)


class RandomStore:
    """A log with what must be read from it after each transaction, and the document of some moment."""

    def __init__(self, seed, transactions):
        chance = random.Random(seed)
        self.chance = chance
        self.configuration, self.records = {}, {}
        self.log, self.chain = sealed(
            {"format": "gms-log", "version": 2, "generation": chance.randint(1, 9), "sequence": chance.choice([0, 7])}
        )
        self.first = json.loads(self.log)["sequence"]
        #: Where each transaction ends, as a number of bytes; and the printed state and the configuration after it.
        self.ends, self.states, self.configurations = [], [], []
        for number in range(self.first, self.first + transactions):
            self._transaction(number)
        self.last = self.first + transactions - 1
        self.document_at = chance.randint(max(self.first, self.last - 2), self.last)
        self.document = self.document_of(self.document_at)

    def _transaction(self, number):
        chance = self.chance
        chained, count = self.chain, 0
        changes = []
        if number == self.first:
            changes = [self._set() for _ in range(chance.randint(0, 3))] + [self._put() for _ in range(number % 4)]
        else:
            for _ in range(chance.choice([1, 1, 1, 2, 5])):
                changes.append(chance.choice([self._put, self._put, self._put, self._remove, self._set, self._unset])())
        for change in changes:
            line, checksum = sealed({"seq": number, **change})
            self.log += line
            chained += checksum
            count += 1
        self.chain = crc(chained.encode())
        time = f"2025-01-0{chance.randint(1, 9)}T10:00:00.{chance.randint(0, 999):03}Z"  # need not ascend
        self.log += sealed(
            {"seq": number, "commit": count, "time": time, "command": chance.choice(TEXTS), "chain": self.chain}
        )[0]
        self.ends.append(len(self.log))
        self.states.append(self.printed())
        self.configurations.append(json.loads(json.dumps(list(self.configuration.items()))))

    def _put(self):
        chance = self.chance
        kind = chance.choice(KINDS)
        name = f"1-{chance.randint(0, 5)}"
        keys = {"service": chance.choice(TEXTS), "state": chance.choice(STATES)}
        keys["time"] = chance.randint(-(10**12), 2 * 10**12)
        keys["created"] = chance.randint(0, 2 * 10**12)
        if chance.random() < 0.5:
            keys["due"] = chance.randint(0, 2 * 10**12)
        if chance.random() < 0.5:
            keys["customer"] = str(chance.randint(0, 10**9))
        body = {"_id": name, chance.choice(TEXTS): [1, 2.5, None, True, {"crc": "00000000"}], "body": {}}
        self.records[kind, name] = keys, body
        return {"put": kind, "id": name, **keys, "body": body}

    def _remove(self):
        kind, name = self.chance.choice(KINDS), f"1-{self.chance.randint(0, 5)}"
        self.records.pop((kind, name), None)
        return {"remove": kind, "id": name}

    def _set(self):
        place = self.chance.choice(["options", "services", "accounts"]), self.chance.choice(TEXTS)
        value = {self.chance.choice(TEXTS): self.chance.choice(TEXTS) for _ in range(self.chance.randint(0, 3))}
        if value and self.chance.random() < 0.2:
            value["numbers"] = ["6504663204"]
        self.configuration[place] = value
        return {"set": list(place), "value": value}

    def _unset(self):
        places = sorted(self.configuration) or [("services", "Support")]
        place = self.chance.choice(places)
        self.configuration.pop(place, None)
        return {"unset": list(place)}

    def printed(self):
        """The state as the reader must print it."""
        configuration = sorted(self.configuration.items(), key=lambda item: [part.encode() for part in item[0]])
        lines = [compact({"section": place[0], "name": place[1], "value": value}) for place, value in configuration]
        for (kind, name), (keys, body) in sorted(self.records.items()):
            lines.append(compact({"kind": kind, "id": name, "keys": keys, "body": body}))
        return lines

    def document_of(self, number):
        """The document after a transaction."""
        sections = {}
        for (section, name), value in self.configurations[number - self.first]:
            sections.setdefault(section, {})[name] = value
        pretty = json.dumps(sections, ensure_ascii=False, indent=2)
        rest = f'"sequence":{number},\n"configuration":{pretty}}}\n'.encode()
        return f'{{"format":"gms-store","version":2,"crc":"{crc(rest)}",\n'.encode() + rest

    def write(self, path):
        """Writes the store into a new directory."""
        os.makedirs(path)
        for name, data in (("store.json", self.document), ("records.jsonl", self.log), ("lock", b"")):
            with open(os.path.join(path, name), "wb") as file:
                file.write(data)
