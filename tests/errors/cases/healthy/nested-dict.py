# notice: none
# source: constructed
# %% cell
d = {'a': {'b': 1}}
d['a']['c'] = 2
lst = [[0]*3 for _ in range(3)]
lst[0][1] = 5
d, lst
