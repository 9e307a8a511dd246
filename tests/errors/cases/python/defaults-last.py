# rule: python_syntax_calls.defaults_last
# source: constructed
# says: def f\(b, a=1\):
# %% fails
def f(a=1, b):
    pass
# %% mended
def f(b, a=1):
    pass
