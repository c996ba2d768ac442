"""The table of figures and targets."""

from measuring import duration


class Table:
    def __init__(self):
        self.rows = []
        self.all_met = True

    def add(self, name, ours, theirs="", ratio="", target="", met=None):
        """Adds a row; `met` is None for a figure that has no target."""
        verdict = "" if met is None else "yes" if met else "**no**"
        self.rows.append((name, ours, theirs, ratio, target, verdict))
        if met is False:
            self.all_met = False
        # Shown at once, too: a run takes minutes.
        print("| " + " | ".join(self.rows[-1]) + " |", flush=True)

    def compare(self, name, ours, theirs, most):
        """A row of two series, of which ours may take at most so many times theirs; None for no target."""
        ratio = ours.median / theirs.median
        target = "" if most is None else f"≤ {most:.1f} ×"
        self.add(name, str(ours), str(theirs), f"{ratio:.2f}", target, None if most is None else ratio <= most)

    def bound(self, name, ours, most, beside=None):
        """A row of a series with a bound in milliseconds."""
        ratio = ours.median / beside.median if beside else ours.median / most
        theirs = str(beside) if beside else ""
        self.add(name, str(ours), theirs, f"{ratio:.2f}", f"≤ {duration(most)}", ours.median <= most)

    def size(self, name, ours, most, unit, theirs=None):
        """A row of a size with a bound."""
        beside = "" if theirs is None else f"{theirs:.1f} {unit}"
        ratio = ours / (most if theirs is None else theirs)
        self.add(name, f"{ours:.1f} {unit}", beside, f"{ratio:.2f}", f"≤ {most} {unit}", ours <= most)

    @staticmethod
    def head(first, left, right):
        """Begins a table."""
        print(f"\n| {first} | {left} | {right} | ratio | target | met |")
        print("|---|---|---|---|---|---|", flush=True)
