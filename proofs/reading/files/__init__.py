"""From a file to its blocks: LaTeX, Markdown, notebooks, their macros and encodings, each character with its place."""
