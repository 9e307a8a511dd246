# notice: none
# source: constructed
# %% before
d = {'a': 1}
# %% cell
d.get('b', 0), [i*i for i in range(5)], sorted('hello')
