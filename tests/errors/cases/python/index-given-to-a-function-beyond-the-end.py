# rule: python_values.beyond_the_end
# source: constructed
# says: last\s+index\s+is\s+2\.\s+Use
# %% before
def third(xs, i): return xs[i]
# %% fails
third([1, 2, 3], 3)
