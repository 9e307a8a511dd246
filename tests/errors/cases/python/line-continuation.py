# rule: python_syntax.line_continuation
# source: constructed
# says: x = 3 \+ \\
# %% fails
x = 3 + \ 
  4
# %% mended
x = 3 + \
  4
