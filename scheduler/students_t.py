"""Quantiles of Student's t, for intervals and tests on few learners."""

from statistics import NormalDist

BOTH_SIDES_95 = 0.975
# The expansion is too coarse for these, and further out for some more.
_FEW = {1: 12.7062, 2: 4.3027, 3: 3.1824}
_LEAST = 7


def quantile(level: float, freedom: int) -> float:
    """The quantile at `level`, good to 0.3 % (Abramowitz and Stegun, 26.7.5).

    Raises ValueError for fewer than 7 degrees of freedom at other levels than 0.975.
    """
    if freedom < (min(_FEW) if level == BOTH_SIDES_95 else _LEAST):
        raise ValueError(f"too few degrees of freedom for this level: {freedom}")
    if freedom in _FEW:
        return _FEW[freedom]
    z = NormalDist().inv_cdf(level)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
