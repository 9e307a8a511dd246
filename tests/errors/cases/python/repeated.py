# rule: python_syntax_calls.repeated
# source: constructed
# says: a stands twice in the call\.
# %% fails
f(a=1, a=2)
