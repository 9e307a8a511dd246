# rule: python_values.pop_from_empty
# source: constructed
# says: if \[\]: \[\]\.pop\(\)
# %% fails
[].pop()
# %% mended
if []: [].pop()
