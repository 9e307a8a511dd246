# rule: python_order.mixed_order
# source: constructed
# says: rows\.sort\(key=lambda d: d\['a'\]\)
# says: rows
# %% fails
rows=[{'a':2},{'a':1}]
rows.sort()
# %% mended
rows=[{'a':2},{'a':1}]
rows.sort(key=lambda d: d['a'])
