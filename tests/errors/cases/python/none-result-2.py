# rule: python_none.none_result
# source: constructed
# says: lst\.sort\(\)
# %% fails
lst = [3,1,2]
s = lst.sort()
for x in s: print(x)
# %% mended
lst = [3,1,2]
s = sorted(lst)
for x in s: print(x)
