# rule: python_syntax_calls.target
# source: constructed
# says: f\[x\] = 5
# %% fails
f(x) = 5
