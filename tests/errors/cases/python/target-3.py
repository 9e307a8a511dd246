# rule: python_syntax_calls.target
# source: constructed
# says: a \+ 1 == b
# %% fails
a + 1 = b
