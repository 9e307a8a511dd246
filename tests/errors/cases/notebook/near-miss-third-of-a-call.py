# rule: not results_of_calls.first_of_nothing
# source: constructed
# %% before
def pair(x):
    return [x, x]
# %% fails
pair(1)[2]
