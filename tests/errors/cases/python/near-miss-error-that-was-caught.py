# rule: not errors_returned.error_as_a_result
# source: constructed
# %% before
try:
    int('a')
except ValueError as e:
    problem = e
# %% fails
problem['text']
