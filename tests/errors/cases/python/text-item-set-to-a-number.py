# rule: python_shapes.cannot_be_changed
# source: constructed
# says: str\(n\)
# %% before
code, n = 'abc', 5
# %% fails
code[0] = n
# %% mended
code = code[:0] + str(n) + code[0+1:]
