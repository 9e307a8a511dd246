# rule: notebook_names.local_to_function
# source: constructed
# says: return result   \# at the end of f
# says: result
# %% before
def f():
    result = 5
f()
# %% fails
result
