# notice: none
# source: constructed
# %% cell
x = None
if x is None: x = 3
ok = x is not None
flag = True
if flag is True: print('yes')
ok
