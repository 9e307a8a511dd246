# rule: python_syntax_calls.equals_in_display
# source: constructed
# says: f\(x=1\)
# %% fails
f(x: 1)
