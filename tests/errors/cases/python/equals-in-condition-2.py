# rule: python_syntax.equals_in_condition
# source: constructed
# says: not x == 5
# %% fails
not x = 5
