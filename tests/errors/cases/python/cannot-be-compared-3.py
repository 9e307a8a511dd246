# rule: python_order.cannot_be_compared
# source: constructed
# says: if 5 > int\('3'\): pass
# %% fails
if 5 > '3': pass
# %% mended
if 5 > int('3'): pass
