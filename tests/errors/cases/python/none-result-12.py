# rule: python_none.none_result
# source: constructed
# says: l\.append\(1\)
# says: l\.append
# %% fails
l = []
l = l.append(1)
l.append(2)
# %% mended
l = []
l.append(1)
l.append(2)
