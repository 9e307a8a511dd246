# rule: python_numbers.joined_numbers
# source: constructed
# says: ', '\.join\(str\(x\) for x in \[1, 2\]\)
# %% fails
', '.join([1,2])
# %% mended
', '.join(str(x) for x in [1, 2])
