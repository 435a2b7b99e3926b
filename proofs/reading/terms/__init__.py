"""From syntax to terms: what each notation of analysis and linear algebra means where its names are known."""
