# rule: python_none.none_result
# source: constructed
# says: return \[r\['name'\] for r in rows\]
# says: get_names
# %% before
def get_names(rows):
    [r['name'] for r in rows]
# %% fails
for n in get_names([{'name':'a'}]): print(n)
