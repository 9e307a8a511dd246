# rule: python_calls.too_few
# source: constructed
# says: area\(3, h=…\)
# says: area
# %% before
def area(w, h): return w*h
# %% fails
area(3)
