# rule: python_shapes.not_indexable
# source: constructed
# says: sorted_lst\(0\)
# says: sorted_lst
# %% fails
lst = [3, 1]
sorted_lst = lst.sort
sorted_lst[0]
