"""Grading: one pure function for every kind, the same rules on the server and on the phone.

What an answer looks like, and what it earns:

- recall: `True` or `False`, the learner's own verdict.
- choice: an index into `choices`, or the text of one. All or nothing.
- multiple_choice: a list of those. (right picks - wrong picks) / all right ones, at least 0.
- true_false: `True` or `False`. All or nothing.
- typed: text. All or nothing, by the rules below.
- cloze: a list of texts, one per gap. The share of gaps filled rightly, by the rules below.
- order: every index into `items` once (or every text), in the learner's order.
  (most items already in order - 1) / (items - 1).
- match: for each left item the index of a right one (or its text). The share of right pairs.

An answer is correct only when it earns everything.

Typed text is compared like this:

1. Case, accents, kinds of quotes and dashes, doubled spaces and invisible characters never
   count. Nor does punctuation, except inside a number.
2. Numbers are compared by value: `1.250,5`, `1250,5`, `1,250.5` and `1 250.5` are equal. Where
   one mark before three digits can mean both (`1.250`), the expected number is read in the
   language of the card and the answer may mean either. All numbers have to be right.
3. Leading zeros count when the expected number has them (`007123`), save in a date or a time.
4. One number with a unit: the unit may be left out or added, and its usual spellings are equal
   (`72 uur`, `72 uren`, `72`); another unit is wrong.
5. A word of at most 4 letters is typed exactly; one of 5 to 8 may have one slip, a longer one
   two, at most two in all. A slip is a letter missing, added, wrong, or two neighbours swapped.
6. No slip is forgiven in the first letter of a word (`onveilig` is not `veilig`) nor in a word
   with a digit. A space or hyphen too many or too few is a slip, however many.
"""

from content.kinds.face import Expected, Face, Grade, Ungradable

__all__ = ["Expected", "Grade", "Ungradable", "grade"]


def grade(face: Face, answer: object) -> Grade:
    """What `answer` is worth on a face without flaws.

    Raises `Ungradable` when the answer has not the shape that the kind asks for.
    """
    return face.grade(answer)
