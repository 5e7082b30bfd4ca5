"""A frozen value that is sent to another process quickly."""


class Parcel:
    """Base of frozen dataclasses with slots: their fields are sent, in order.

    What dataclasses bring along looks the fields of a class up for each value, which takes twice
    as long.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        names: tuple[str, ...] = self.__slots__
        return type(self), tuple([getattr(self, name) for name in names])
