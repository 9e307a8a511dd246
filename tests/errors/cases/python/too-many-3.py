# rule: python_calls.too_many
# source: constructed
# says: len\(\[1\]\)
# says: len
# %% fails
len([1],[2])
# %% mended
len([1])
