# rule: python_syntax_calls.target
# source: constructed
# says: len\(x\) == 5
# says: len
# %% fails
len(x) = 5
