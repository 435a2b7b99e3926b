"""Interned, immutable nodes: what every term, space, law and hypothesis is made of.

Two nodes that are written alike are the same object, so ``==`` is identity, hashing is free, and a shared subterm is
shared in memory.  A node never changes what was written: there is no evaluation in a constructor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import ref


class _Kept(ref["Node"]):
    """A weak reference that knows where it is kept."""

    __slots__ = ("key",)
    key: tuple


_interned: dict[tuple, _Kept] = {}  # a WeakValueDictionary without its calls, which cost more than this
_recent: deque[Node] = deque(maxlen=20_000)  # kept for a while: what was written is often written again
_gone: deque[ref[Node]] = deque()  # of nodes that nobody holds any more; filled without a line of Python


def _forget() -> None:
    """Drop what is gone; done where an interruption is heard, as in the callback of a reference it would be lost."""
    while True:
        try:
            gone: Any = _gone.popleft()
        except IndexError:  # another thread may have been here
            return
        key = gone.key
        if _interned.get(key) is gone:  # else the same was written again meanwhile
            _interned.pop(key, None)


_NONE: frozenset[Name] = frozenset()


class Node:
    """Base of everything that can be written.

    A subclass lists its fields in ``__slots__``; a field holds a node, a tuple of nodes, or plain data (a string, a
    ``Fraction``).  ``free`` is the set of names that occur free, binders taken into account.
    """

    __slots__ = ("__weakref__", "_below", "_children", "fields", "free")
    __match_args__: tuple[str, ...] = ()
    _slots: ClassVar[tuple[Callable[[Any, Any], None], ...]] = ()  # what fills the fields, past __setattr__
    _children: tuple[Node, ...]
    _below: tuple[Node, ...]  # all of them; of statements, where it is kept
    fields: tuple[Any, ...]
    free: frozenset[Name]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if own := cls.__dict__.get("__slots__"):
            cls.__match_args__ = tuple(own)  # type: ignore[misc]
            cls._slots = tuple(cls.__dict__[name].__set__ for name in own)

    def __new__(cls, *fields: Any) -> Any:
        key = (cls, fields)
        reference = _interned.get(key)
        if reference is not None and (found := reference()) is not None:
            return found
        if len(fields) != len(cls.__match_args__):
            raise TypeError(
                f"{cls.__name__} takes {len(cls.__match_args__)} fields {cls.__match_args__}, found {len(fields)}"
            )
        node = object.__new__(cls)
        for put, value in zip(cls._slots, fields):  # noqa: B905 (of one length: see above; this is what takes longest)
            put(node, value)
        _put_fields(node, fields)
        children: list[Node] = []
        for value in fields:
            if isinstance(value, Node):
                children.append(value)
            elif isinstance(value, tuple):
                children += value
        _put_children(node, tuple(children))
        _put_free(node, node._free())
        _interned[key] = kept = _Kept(node, _gone.append)
        kept.key = key
        _recent.append(node)
        if _gone:
            _forget()
        return node

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """The fields, by the names in ``__slots__``: nothing declares them for a type checker."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable; cannot set {name}")

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __reduce__(self) -> tuple:
        return type(self), self.fields

    def __copy__(self) -> Node:
        return self

    def __deepcopy__(self, memo: dict) -> Node:
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self.fields))})"

    def _free(self) -> frozenset[Name]:
        free = _NONE
        for child in self._children:
            more = child.free
            if more and more is not free and not more <= free:  # most share one set
                free = free | more if free else more
        return free

    def children(self) -> tuple[Node, ...]:
        """The nodes directly below this one, in the order they are written."""
        return self._children

    def map_children(self, change: Callable[[Node], Node]) -> Any:
        """The same node with ``change`` applied to each child; plain data is kept."""
        if not self._children:
            return self
        fields: list[Any] = []
        for value in self.fields:
            if isinstance(value, Node):
                fields.append(change(value))
            else:
                fields.append(tuple(map(change, value)) if isinstance(value, tuple) else value)
        return self if tuple(fields) == self.fields else type(self)(*fields)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, each distinct node once, parents before children."""
        seen: set[Node] = set()
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                yield node
                if children := node._children:
                    stack += children[::-1]


_put_children, _put_fields, _put_free = Node._children.__set__, Node.fields.__set__, Node.free.__set__  # type: ignore[attr-defined, misc]


class Name(Node):
    """A node that is itself a free name: a variable, an unknown function, an unknown density."""

    __slots__ = ()

    def _free(self) -> frozenset[Name]:
        return super()._free() | {self}
