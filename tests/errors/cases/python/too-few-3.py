# rule: python_calls.too_few
# source: constructed
# says: add\(1, b=…\)
# says: add
# %% fails
def add(a, b): return a + b
add(1)(2)
