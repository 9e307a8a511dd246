# rule: python_none.none_result
# source: constructed
# says: lst\.sort\(\)
# says: lst
# %% before
lst = [3,1,2]
lst = lst.sort()
# %% fails
lst[0]
