# rule: python_syntax_calls.argument_order
# source: constructed
# says: f\(2, x=1\)
# %% fails
f(x=1, 2)
