# notice: positions.splits_overlap
# source: constructed
# says: 1,500 rows are in both
# %% before
from fastai.tabular.all import *
boats = pd.DataFrame({'harbour': ['a', 'b'] * 3000, 'length': [float(o % 9) for o in range(6000)], 'price': [float(o) for o in range(6000)]})
# %% cell
held_out = np.random.RandomState(4).permutation(6000)[:1500].tolist()
rows = list(range(6000))
to = TabularPandas(boats, procs=[Categorify], cat_names=['harbour'], cont_names=['length'], y_names='price', splits=(rows, held_out))
# %% mended
held_out = np.random.RandomState(4).permutation(6000)[:1500]
others = np.setdiff1d(np.arange(6000), held_out)
to = TabularPandas(boats, procs=[Categorify], cat_names=['harbour'], cont_names=['length'], y_names='price', splits=(list(others), list(held_out)))
