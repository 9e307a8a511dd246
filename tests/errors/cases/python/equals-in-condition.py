# rule: python_syntax.equals_in_condition
# source: constructed
# says: if x == 3:
# %% fails
if x = 3:
    pass
