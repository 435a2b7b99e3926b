"""The grammar of written mathematics, one idea a file: what ``parser`` puts together."""
