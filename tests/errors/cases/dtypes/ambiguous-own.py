# rule: not scalars.truth_of_several
# source: constructed
# %% before
def choose(names):
    if len(names) > 1: raise ValueError("the name is ambiguous")
# %% fails
choose(["a", "b"])
