# rule: python_order.cannot_be_compared
# source: constructed
# says: if int\(x\) > 3: print\('y'\)
# %% fails
x = '5'
if x > 3: print('y')
# %% mended
x = '5'
if int(x) > 3: print('y')
