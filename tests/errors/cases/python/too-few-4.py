# rule: python_calls.too_few
# source: constructed
# says: f\(a=…\)
# %% fails
def f(a, b=2): return a
f()
