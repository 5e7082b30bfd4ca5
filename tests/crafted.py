"""What a file that somebody else made may hold."""


class Stranger:
    """Has something done where it is read."""

    def __init__(self, *order: object) -> None:
        self.order = order

    def __reduce__(self) -> tuple[object, ...]:
        return self.order[0], self.order[1:]
