# rule: python_syntax_calls.missing_comma
# source: constructed
# says: x = f\(a=1,
# %% fails
x = f(a=1
      b=2)
