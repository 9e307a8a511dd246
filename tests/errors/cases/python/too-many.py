# rule: python_calls.too_many
# source: constructed
# says: area\(1, 2\)
# says: lambda
# %% fails
area = lambda w, h: w*h
area(1,2,3)
# %% mended
area = lambda w, h: w*h
area(1, 2)
