# rule: python_types.list_and_other
# source: constructed
# says: l\.append\(3\)
# %% fails
l=[1,2]
l += 3
# %% mended
l=[1,2]
l.append(3)
