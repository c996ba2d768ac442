"""The records and the configuration that both sides of the benchmark hold, the same in every run."""

import json
import random
import time

DAYS = 30
DAY = 86_400
#: The first day, 2026-01-05T00:00:00Z. What lies on it has come, and waits in the queue; the rest is ahead.
FIRST = 1_767_571_200
#: The instant that is now for every command.
NOW = FIRST + DAY
#: How many bytes each body has; those in the queue, one in thirty, have some more, for their history.
BODY = 500

SERVICE = "support"

CONFIGURATION = {
    "options": {"callback": {"returned-keys": "lob"}},
    "services": {
        "office": {
            "_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
            "_bh_regular1": "Mon-Sun 00:00-24:00", "_bh_add1": "2026-11-27 10:00-16:00",
        },
        "places": {
            "_type": "builtin", "_service": "capacity", "_timezone": "America/New_York",
            "_capacity_week": {str(day): {f"{hour:02}00": 1000 for hour in range(24)} for day in range(1, 8)},
        },
        SERVICE: {
            "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
            "_call_direction": "USERTERMINATED", "_media_type": "voice", "_wait_for_agent": "true",
            "_wait_for_user_confirm": "false", "_userterminated_first_connect_party": "CUSTOMER",
            "_business_hours_service": "office", "_capacity_service": "places", "_urs_queued_ttl": "86400",
            # A day of 33,000 would be refused otherwise.
            "_throttle_callbacks_per_service_1": "1000000", "_throttle_callbacks_per_service_2": "1000000",
            "_max_queued_callbacks_per_service": "1000000",
        },
    },
}

# Four instants stand in each of a million records, so their texts are made once.
_BEFORE = 60
_DATES = [time.strftime("%Y-%m-%d", time.gmtime(FIRST + day * DAY)) for day in range(-_BEFORE, 70)]
_TIMES = [f"T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.000Z" for s in range(DAY)]


def instant(second):
    """A second since 1970 as answers have it; for the days around the records."""
    day, rest = divmod(second - FIRST, DAY)
    return _DATES[day + _BEFORE] + _TIMES[rest]


def new_id(chance):
    """A random UUID (version 4) of node 1, as the id of a callback."""
    bits = chance.getrandbits(128) & ~(0xF << 76) | 4 << 76
    text = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return f"1-{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class Record:
    """One callback: what it is found by, and its body as the library writes it."""

    __slots__ = ("id", "state", "desired", "body")

    def __init__(self, number, count, chance):
        self.id = new_id(chance)
        # Spread evenly over the days; the seconds are drawn within each record's own share of the time.
        share = DAYS * DAY / count
        self.desired = FIRST + min(int(number * share + chance.random() * share), DAYS * DAY - 1)
        begin = FIRST - 29 * DAY
        created = begin + int(chance.random() * (min(NOW, self.desired) - begin))
        reason = ""
        history = []
        if self.desired < NOW:
            self.state = "QUEUED"
            entered = max(created, self.desired - 120)
            details = (
                f'{{"phase":"waiting-for-agent","enteredAt":"{instant(entered)}",'
                f'"leaveBy":"{instant(entered + DAY)}","attempts":{{"submissions":1}}}}'
            )
            history = [
                (entered, "submission-fell-due", "SCHEDULED", "QUEUED/submitting"),
                (entered, "submitted", "QUEUED/submitting", "QUEUED/waiting-for-agent"),
            ]
        elif number % 10 == 9:
            self.state, reason = "COMPLETED", '"_callback_reason":"CANCELLED",'
            details = f'{{"at":"{instant(created + 60)}"}}'
            history = [(created + 60, "cancelled", "SCHEDULED", "COMPLETED")]
        else:
            self.state = "SCHEDULED"
            details = f'{{"submitAt":"{instant(max(created, self.desired - 120))}"}}'
        head = (
            f'{{"_id":"{self.id}","_service_name":"{SERVICE}","_callback_state":"{self.state}",{reason}'
            f'"_desired_time":"{instant(self.desired)}","_expiration_time":"{instant(self.desired + DAY)}",'
            f'"created":"{instant(created)}","ttl":{DAY},"properties":{{"_customer_number":"{phone(number)}",'
            f'"account":"{chance.getrandbits(48):012x}","lob":"{("sales", "billing", "claims")[number % 3]}","note":"'
        )
        past = ",".join(
            f'{{"at":"{instant(at)}","event":"{event}","from":"{start}","to":"{end}"}}' for at, event, start, end in history
        )
        tail = f'"}},"state":{details}' + (f',"history":[{past}]' if past else "") + "}"
        self.body = head + "x" * (BODY - len(head) - len(tail)) + tail

    @property
    def line(self):
        """The record as `gmsctl store import` reads it."""
        return '{"kind":"callback",' + self.body[1:]


def phone(number):
    """A number of its own for each record, so that no limit on a customer is met."""
    return f"+1650{number:07}"


def population(count):
    """The records of a store, one after another, in the order of their desired time."""
    chance = random.Random(count)
    for number in range(count):
        yield Record(number, count, chance)


def new_records(count, seed):
    """Records that no store holds yet, for the inserts."""
    chance = random.Random(f"new {seed}")
    return [Record(number, count, chance) for number in range(count)]


def configuration_text():
    return json.dumps(CONFIGURATION, indent=2) + "\n"
