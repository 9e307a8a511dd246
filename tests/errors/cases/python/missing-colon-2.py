# rule: python_syntax.missing_colon
# source: constructed
# says: while x < 3:
# says: while
# %% fails
while x < 3
    x = 1
