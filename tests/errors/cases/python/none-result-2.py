# rule: python_none.none_result
# source: constructed
# says: lst\.sort\(\)
# %% before
lst = [3,1,2]
s = lst.sort()
# %% fails
for x in s: print(x)
# %% mended
lst.sort()
# or, as a new list:
s = sorted(lst)
