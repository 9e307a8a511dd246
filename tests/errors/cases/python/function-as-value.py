# rule: python_types.function_as_value
# source: constructed
# says: f\(\) \+ 1
# %% fails
def f(): return 3
f + 1
# %% mended
def f(): return 3
f() + 1
