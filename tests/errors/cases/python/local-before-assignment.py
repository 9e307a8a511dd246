# rule: python_scopes.local_before_assignment
# source: constructed
# says: def inc\(\):
# says: inc
# %% fails
count = 0
def inc(): count += 1
inc()
