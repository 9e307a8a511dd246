# rule: python_order.mixed_order
# source: constructed
# says: max\(\[x for x in \[1, None\] if x is not None\]\)
# says: None
# %% fails
max([1,None])
# %% mended
max([x for x in [1, None] if x is not None])
