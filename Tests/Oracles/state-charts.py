"""Checks the printed state machine, written from the W3C recommendation of SCXML 1.0 and the manuals of Mermaid and DOT.

Usage: state-charts.py FILE. The file is JSON: {"scxml": text, "mermaid": text, "dot": text, "walks": [walk, …]}. A walk
is a list of steps [event, outcome, state]: the outcome is "moved" (state is where it led), "stayed", "refused",
"guarded" (an option or a clock refused what the chart shows), or "removed" (the record of a final state went).

The chart is read with xml.etree, held against the rules of the recommendation, and interpreted: each walk is played
through it, and after each step it has to be where the walk is. The Mermaid and the DOT text are parsed into their
arrows, which have to be those of the chart. Prints one line with the counts; the first fault ends it with status 1.
"""

import json
import re
import sys
import xml.etree.ElementTree

NAMESPACE = "{http://www.w3.org/2005/07/scxml}"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*\Z")
# 3.12.1: tokens of one or more segments parted by dots; a * stands alone or ends a descriptor.
DESCRIPTOR = re.compile(r"(\*|[A-Za-z0-9_:-]+(\.[A-Za-z0-9_:-]+)*(\.\*?)?)\Z")
# Which children and attributes the recommendation allows, sections 3.2 to 3.7 (of what this chart may use).
CHILDREN = {
    "scxml": {"state", "parallel", "final", "datamodel", "script"},
    "state": {"onentry", "onexit", "transition", "initial", "state", "parallel", "final", "history", "datamodel", "invoke"},
    "final": {"onentry", "onexit", "donedata"},
    "initial": {"transition"},
    "transition": set(),
}
ATTRIBUTES = {
    "scxml": {"initial", "name", "version", "datamodel", "binding"},
    "state": {"id", "initial"},
    "final": {"id"},
    "initial": set(),
    "transition": {"event", "cond", "target", "type"},
}
# The only condition the chart uses: where the event itself says where it leads.
CONDITION = re.compile(r"_event\.data\.target == '([A-Za-z_][A-Za-z0-9_]*)'\Z")


class Fault(Exception):
    """What is wrong."""


def fail(text):
    raise Fault(text)


def short(element):
    if not element.tag.startswith(NAMESPACE):
        fail("an element of another namespace: " + element.tag)
    return element.tag[len(NAMESPACE):]


class Chart:
    """An SCXML document that keeps the rules."""

    def __init__(self, text):
        try:
            self.root = xml.etree.ElementTree.fromstring(text.encode("utf-8"))
        except xml.etree.ElementTree.ParseError as error:
            fail("not well-formed: %s" % error)
        if short(self.root) != "scxml":
            fail("the root is " + self.root.tag)
        if self.root.get("version") != "1.0":
            fail("the version is %r" % self.root.get("version"))
        self.parents, self.states, self.order = {}, {}, []
        self.check(self.root)
        for element in self.order:
            self.check_references(element)
        if "initial" in self.root.attrib:
            self.resolve(self.root.get("initial"), "initial")
        elif not any(short(child) in ("state", "final", "parallel") for child in self.root):
            fail("no state at all")

    def check(self, element):
        name = short(element)
        if name not in CHILDREN:
            fail("an element that this chart has no need of: " + name)
        for attribute in element.attrib:
            if attribute not in ATTRIBUTES[name]:
                fail("%s/@%s is not allowed" % (name, attribute))
        if (element.text or "").strip() or (element.tail or "").strip():
            fail("text in or after %s" % name)
        if "id" in element.attrib:
            identifier = element.get("id")
            if not NCNAME.match(identifier):
                fail("%r is no NCName" % identifier)
            if identifier in self.states:
                fail("the id %s is there twice" % identifier)
            self.states[identifier] = element
        elif name in ("state", "final"):
            fail("a %s without an id" % name)
        if name == "state" and "initial" in element.attrib and not any(short(c) == "state" for c in element):
            fail("an atomic state with an initial")
        self.order.append(element)
        for child in element:
            if short(child) not in CHILDREN[name]:
                fail("%s in %s" % (short(child), name))
            self.parents[child] = element
            self.check(child)

    def check_references(self, element):
        if short(element) != "transition":
            return
        if not any(a in element.attrib for a in ("event", "cond", "target")):
            fail("a transition that says nothing")
        if "event" in element.attrib:
            descriptors = element.get("event").split(" ")
            if not all(DESCRIPTOR.match(d) for d in descriptors):
                fail("%r are no event descriptors" % element.get("event"))
        if element.get("type", "external") not in ("external", "internal"):
            fail("a transition of type " + element.get("type"))
        if "cond" in element.attrib:
            if self.root.get("datamodel", "null") == "null":
                fail("a condition without a data model that knows expressions")
            match = CONDITION.match(element.get("cond"))
            if not match:
                fail("a condition that this program cannot read: " + element.get("cond"))
            if match.group(1) != element.get("target"):
                fail("a condition that names another state than the target")
        if "target" in element.attrib:
            self.resolve(element.get("target"), "target")
        # What comes after a transition for the same event without a condition can never be taken.
        source, seen = self.parents[element], False
        for other in source:
            if other is element:
                break
            if short(other) == "transition" and other.get("event") == element.get("event"):
                seen = seen or "cond" not in other.attrib
        if seen:
            fail("a transition that can never be taken: %s in %s" % (element.get("event"), source.get("id")))

    def resolve(self, text, what):
        for identifier in text.split(" "):
            if identifier not in self.states:
                fail("the %s %r does not exist" % (what, identifier))

    # The interpreter: entering a compound state enters its initial child, else its first in document order.

    def enter(self, identifier):
        element = self.states[identifier]
        while True:
            children = [c for c in element if short(c) in ("state", "final")]
            if not children:
                return element
            if "initial" in element.attrib:
                element = self.states[element.get("initial")]
            else:
                element = children[0]

    def start(self):
        if "initial" in self.root.attrib:
            return self.enter(self.root.get("initial"))
        first = next(c for c in self.root if short(c) in ("state", "final"))
        return self.enter(first.get("id"))

    def enabled(self, state, event, target):
        """The transition that an event takes: from the atomic state outwards, in document order."""
        element = state
        while element is not self.root:
            for child in element:
                if short(child) == "transition" and self.matches(child, event) and self.holds(child, target):
                    return child
            element = self.parents[element]
        return None

    def shows(self, state, event):
        """Whether the chart has the event in the state at all, whatever the conditions say."""
        element = state
        while element is not self.root:
            if any(short(c) == "transition" and self.matches(c, event) for c in element):
                return True
            element = self.parents[element]
        return False

    @staticmethod
    def matches(transition, event):
        for descriptor in transition.get("event", "").split():
            descriptor = descriptor[:-2] if descriptor.endswith(".*") else descriptor.rstrip(".")
            if descriptor == "*" or event == descriptor or event.startswith(descriptor + "."):
                return True
        return False

    @staticmethod
    def holds(transition, target):
        condition = transition.get("cond")
        return condition is None or CONDITION.match(condition).group(1) == target

    def arrows(self):
        found = set()
        for element in self.order:
            if short(element) == "transition":
                source = self.parents[element].get("id")
                for event in element.get("event").split():
                    found.add((source, element.get("target"), event))
        return found

    def groups(self):
        """The compound states with the ids of their children."""
        found = {}
        for identifier, element in self.states.items():
            children = [c.get("id") for c in element if short(c) in ("state", "final")]
            if children:
                found[identifier] = children
        return found


def play(chart, walk, played):
    state = chart.start()
    for number, (event, outcome, target) in enumerate(walk):
        where = "step %d, %s in %s" % (number, event, state.get("id"))
        if short(state) == "final":
            # The interpreter has exited; nothing may lead on.
            if outcome == "moved":
                fail(where + ": the machine moved on from a final state")
            continue
        if outcome == "removed":
            fail(where + ": the record went before the chart ended")
        if outcome == "moved":
            transition = chart.enabled(state, event, target)
            if transition is None:
                fail("%s: the machine went to %s, and the chart stays" % (where, target))
            played.add(transition)
            state = chart.enter(transition.get("target"))
            if state.get("id") != target:
                fail("%s: the machine went to %s, and the chart to %s" % (where, target, state.get("id")))
        elif outcome in ("stayed", "refused"):
            if chart.shows(state, event):
                fail("%s: the machine %s, and the chart has a transition" % (where, outcome))
        elif outcome == "guarded":
            if not chart.shows(state, event):
                fail("%s: said to be guarded, and the chart has no transition" % where)
        else:
            fail("an outcome %r" % outcome)


def read_mermaid(text):
    """A parser for the lines of a stateDiagram-v2: composite states, labels, and arrows with labels."""
    lines = text.split("\n")
    if lines[0] != "stateDiagram-v2" or lines[-1] != "":
        fail("Mermaid: the first line is %r" % lines[0])
    name = r"[A-Za-z_][A-Za-z0-9_]*"
    arrows, groups, start, end, stack = set(), {}, None, None, []
    for line in lines[1:-1]:
        line = line.strip()
        opened = re.match(r'state "[A-Z]+" as (%s) \{\Z' % name, line)
        label = re.match(r"(%s): ([^{}:]+)\Z" % name, line)
        arrow = re.match(r"(%s|\[\*\]) --> (%s|\[\*\])(?:: ([^{}]+))?\Z" % (name, name), line)
        if opened:
            stack.append(opened.group(1))
            if groups.setdefault(stack[-1], []):
                fail("Mermaid: the state %s is opened twice" % stack[-1])
        elif line == "}":
            if not stack:
                fail("Mermaid: a brace too many")
            stack.pop()
        elif arrow:
            if stack:
                fail("Mermaid: an arrow inside a state: " + line)
            source, target, events = arrow.groups()
            if source == "[*]":
                start = target
            elif target == "[*]":
                end = source
            else:
                for event in events.split("<br/>"):
                    arrows.add((source, target, event))
        elif label:
            if not stack:
                fail("Mermaid: a label outside a state: " + line)
            groups[stack[-1]].append(label.group(1))
        else:
            fail("Mermaid: a line that is nothing: " + line)
    if stack:
        fail("Mermaid: a brace too few")
    inside = [child for children in groups.values() for child in children]
    if set(inside) & set(groups) or len(inside) != len(set(inside)):
        fail("Mermaid: a state inside itself, or in two states")
    return arrows, groups, start, end


def dot_tokens(text):
    pattern = re.compile(r'\s+|("(?:[^"\\]|\\.)*")|(->|[{}\[\];=,])|([A-Za-z_][A-Za-z0-9_]*|-?[0-9]+(?:\.[0-9]+)?)')
    position, tokens = 0, []
    while position < len(text):
        match = pattern.match(text, position)
        if not match:
            fail("DOT: %r cannot be read" % text[position:position + 20])
        tokens += [t for t in match.groups() if t]
        position = match.end()
    return tokens


class Dot:
    """A recursive-descent parser for the grammar of DOT (one directed graph with subgraphs)."""

    def __init__(self, text):
        self.tokens, self.position = dot_tokens(text), 0
        self.arrows, self.groups, self.nodes = set(), {}, set()
        self.take("digraph")
        self.take()
        self.statements(None)
        if self.position != len(self.tokens):
            fail("DOT: something after the graph")

    def take(self, wanted=None):
        if self.position >= len(self.tokens):
            fail("DOT: the text ends too early")
        token = self.tokens[self.position]
        if wanted is not None and token != wanted:
            fail("DOT: %r where %r belongs" % (token, wanted))
        self.position += 1
        return token

    def sees(self, token):
        return self.position < len(self.tokens) and self.tokens[self.position] == token

    def statements(self, group):
        self.take("{")
        while not self.sees("}"):
            self.statement(group)
            if self.sees(";"):
                self.take()
        self.take("}")

    def statement(self, group):
        name = self.take()
        if name == "subgraph":
            title = self.take()
            self.groups[title] = []
            self.statements(title)
        elif self.sees("="):
            self.take()
            self.take()
        elif self.sees("->"):
            self.take()
            target = self.take()
            events = json.loads('"' + self.attributes().get("label", '""')[1:-1] + '"').split("\n")
            if name != "start":
                for event in events:
                    self.arrows.add((name, target, event))
            else:
                self.start = target
        else:
            self.attributes()
            if name not in ("node", "edge", "graph"):
                self.nodes.add(name)
                if group:
                    self.groups[group].append(name)

    def attributes(self):
        found = {}
        while self.sees("["):
            self.take()
            while not self.sees("]"):
                key = self.take()
                self.take("=")
                found[key] = self.take()
                if self.sees(",") or self.sees(";"):
                    self.take()
            self.take()
        return found


def main():
    if sys.argv[1:] == ["--help"]:
        print(__doc__)
        return
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    chart = Chart(given["scxml"])
    steps, played = 0, set()
    for number, walk in enumerate(given["walks"]):
        try:
            play(chart, walk, played)
        except Fault as fault:
            fail("walk %d, %s" % (number, fault))
        steps += len(walk)
    arrows, groups = chart.arrows(), chart.groups()
    first = chart.start().get("id")

    drawn, drawn_groups, start, end = read_mermaid(given["mermaid"])
    if drawn != arrows:
        fail("Mermaid has other arrows: %s" % sorted(drawn ^ arrows)[:3])
    if drawn_groups != groups or start != first or chart.states[end].tag != NAMESPACE + "final":
        fail("Mermaid has other states")

    dot = Dot(given["dot"])
    if dot.arrows != arrows:
        fail("DOT has other arrows: %s" % sorted(dot.arrows ^ arrows)[:3])
    atoms = {i for i, e in chart.states.items() if not any(short(c) in ("state", "final") for c in e)}
    if {k.replace("cluster_", "") + "_": v for k, v in dot.groups.items()} != groups or dot.start != first:
        fail("DOT has other states")
    if dot.nodes - {"start"} != atoms:
        fail("DOT has other nodes: %s" % sorted((dot.nodes - {"start"}) ^ atoms))
    for element in chart.order:
        if given["walks"] and short(element) == "transition" and element not in played:
            print("never played: %s in %s" % (element.get("event"), chart.parents[element].get("id")))
    counts = (len(atoms), len(arrows), len(played), len(given["walks"]), steps)
    print("%d states, %d transitions, %d played, %d walks, %d events" % counts)


try:
    main()
except Fault as fault:
    print(fault)
    sys.exit(1)
