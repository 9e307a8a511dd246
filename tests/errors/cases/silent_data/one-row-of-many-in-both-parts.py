# notice: positions.splits_overlap
# source: constructed
# says: 1 row is in both
# %% before
from fastai.tabular.all import *
boats = pd.DataFrame({'harbour': ['a', 'b'] * 3000, 'length': [float(o % 9) for o in range(6000)], 'price': [float(o) for o in range(6000)]})
# %% cell
first, last = list(range(0, 5001)), list(range(5000, 6000))
to = TabularPandas(boats, procs=[Categorify], cat_names=['harbour'], cont_names=['length'], y_names='price', splits=(first, last))
# %% mended
first, last = list(range(0, 5000)), list(range(5000, 6000))
to = TabularPandas(boats, procs=[Categorify], cat_names=['harbour'], cont_names=['length'], y_names='price', splits=(first, last))
