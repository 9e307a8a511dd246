# rule: python_spelling.markdown_or_output
# source: constructed
# says: \# This is my first notebook about cats\.
# says: This
# %% fails
This is my first notebook about cats.
# %% mended
# This is my first notebook about cats.
