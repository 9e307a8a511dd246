# rule: python_scopes.calls_itself
# source: constructed
# says: fact calls itself
# says: fact = lambda n:
# %% fails
fact = lambda n: n * fact(n - 1)
fact(4)
# %% mended
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
fact(4)
