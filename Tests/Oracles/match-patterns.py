"""Says which texts whole expressions match, by Python's re.

Usage: match-patterns.py FILE. Each line of the file is an expression and its texts, as UTF-8 in hexadecimal digits with
blanks between them; - is the empty text. For each line a line of 0 and 1 is printed, one for each text; ? stands for
an attempt that was given up, because re tries all ways one after the other and some have too many.
"""

import re
import signal
import sys


class TooLong(Exception):
    """An attempt took longer than it is worth."""


watching = False


def give_up(signal, frame):
    global watching
    if watching:
        watching = False
        raise TooLong


def text(word):
    return "" if word == "-" else bytes.fromhex(word).decode("utf-8")


def answer(expression, word):
    global watching
    try:
        watching = True
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        found = expression.fullmatch(word)
        watching = False
    except TooLong:
        return "?"
    signal.setitimer(signal.ITIMER_REAL, 0)
    return "1" if found else "0"


def main():
    if sys.argv[1:] == ["--help"]:
        print(__doc__)
        return
    signal.signal(signal.SIGALRM, give_up)
    # Whoever starts this program may do so from a thread that takes no signals.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    with open(sys.argv[1], encoding="ascii") as lines:
        for line in lines:
            words = [text(word) for word in line.split()]
            expression = re.compile(words[0], re.ASCII)
            print("".join(answer(expression, word) for word in words[1:]))


main()
