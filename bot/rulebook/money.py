"""The one place where the rulebook rounds."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SEN = Decimal("0.01")


def to_sen(amount: Decimal) -> Decimal:
    """Half a sen goes up. Only for equivalents and sums no source prints rounded;
    amounts that a source prints are parameters and are never computed."""
    return amount.quantize(SEN, rounding=ROUND_HALF_UP)


def percent_of(percent: Decimal, amount: Decimal) -> Decimal:
    """Exact, not rounded."""
    return amount * percent / 100
