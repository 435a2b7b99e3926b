"""LaTeX, Markdown and notebooks that other people wrote -> lines of terms, each with its place in the file."""
