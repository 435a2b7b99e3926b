"""LaTeX, Markdown and notebooks that other people wrote -> lines of terms, each with its place in the file.

A document becomes blocks (``files``), each formula a tree of what is written (``grammar``, ``syntax``).  What its names
are follows from all their uses (``uses``, ``shapes``), from the words around them (``words``) and from what the page
tells (``told``); the ``context`` keeps it.  With that, ``meaning`` makes terms of trees (``terms``, ``laws``,
``probability``), and ``claims`` says which relations of the page are asserted, of what, and under which conditions.
``documents`` and ``story`` are what others ask: they go through a document from top to bottom.
"""
