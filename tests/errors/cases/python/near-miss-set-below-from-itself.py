# rule: python_scopes.local_before_assignment
# source: constructed
# says: i = …
# %% before
def count(n):
    while i < n:
        i = i + 1
    return i
# %% fails
count(3)
# %% mended
def count(n):
    i = 0
    while i < n:
        i = i + 1
    return i
count(3)
