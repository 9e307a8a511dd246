# rule: python_order.cannot_be_compared
# source: constructed
# says: if count\(\) > n: pass
# says: count
# %% fails
n = 3
def count(): return 5
if count > n: pass
# %% mended
n = 3
def count(): return 5
if count() > n: pass
