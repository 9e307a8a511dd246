# rule: python_order.mixed_order
# source: constructed
# says: sorted\(\[1, 'a'\], key=str\)
# %% fails
sorted([1,'a'])
# %% mended
sorted([1, 'a'], key=str)
