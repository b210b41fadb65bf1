"""Why a file cannot be on a card."""

from collections.abc import Mapping

Values = Mapping[str, str | int]


class UnfitFile(Exception):
    """`code` names a sentence of the catalogue, `media-CODE`, that takes `values`."""

    def __init__(self, code: str, values: Values | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.values: Values = values or {}
