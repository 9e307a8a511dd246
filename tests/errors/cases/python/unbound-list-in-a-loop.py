# rule: python_scopes.local_before_assignment
# source: constructed
# says: rows = \[\]
# %% before
def doubled(xs):
    for x in xs:
        rows += [x * 2]
    return rows
# %% fails
doubled([1, 2])
# %% mended
def doubled(xs):
    rows = []
    for x in xs:
        rows += [x * 2]
    return rows
doubled([1, 2])
