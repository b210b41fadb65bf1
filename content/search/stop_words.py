"""Words that nobody searches for when there are others in the question."""

from __future__ import annotations

from typing import Final

_DUTCH = """
    aan af al als ben bent bij dan dat de den der des deze die dit doe doen doet door dus een en er
    ga gaat geen had heb hebben hebt heeft het hij hoe hun ik in is ja je jij jou jouw kan kun kunt
    maar mag me mee men met mij mijn moet moeten mogen na naar nee niet nog nu of om omdat onder ons
    ook op over te toch tot u uit uw van veel voor waar wanneer waarom was wat we wel welk welke
    werd wie wij word wordt wij zal ze zich zij zijn zo zou
"""
_ENGLISH = """
    a about after all also am an and any are as at be because been but by can could did do does for
    from had has have he her his how i if in into is it its may me might must my no not of on or our
    shall she should so some than that the their them then there these they this those to up us was
    we were what when where which who whom why will with would you your
"""
STOP_WORDS: Final = frozenset((_DUTCH + _ENGLISH).split())
