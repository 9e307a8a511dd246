# rule: notebook_names.deleted
# source: constructed
# says: del table in this cell
# says: take del table out
# %% before
def make(): return [3, 4]
first, table = make(), [5]
for table in [[1], [2]]: pass
# %% fails
first.append(1)
del table
print(len(table))
# %% mended
table = [2]
first.append(1)
print(len(table))
