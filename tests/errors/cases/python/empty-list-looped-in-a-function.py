# rule: python_scopes.local_before_assignment
# source: constructed
# says: for i, name in enumerate\(names\)
# says: names is empty
# says: \A(?!.*\bfolders\b)
# %% before
folders = ['a', 'b']
found = []
# %% fails
def longest(names):
    for folder in ['x', 'y']:
        for i, name in enumerate(names):
            last = name + folder
    return last.upper()
longest(found)
