# rule: python_syntax.numbers
# source: constructed
# says: x = 2\*y
# %% fails
x = 2y
