"""When a card is asked no more, or seldom: rules read from memory when a day is planned.

None of them moves a due day: memory and due day stay the fold of the log, and a rule that changes
its mind has nothing to put back.
"""
