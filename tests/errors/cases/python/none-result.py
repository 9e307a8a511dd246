# rule: python_none.none_result
# source: constructed
# says: lst\.sort\(\)
# says: lst
# %% fails
lst = [3,1,2]
lst = lst.sort()
lst[0]
