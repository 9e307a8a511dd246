# notice: positions.splits_overlap
# source: https://forums.fast.ai/t/tabular-splits/70000
# says: 10 rows are in both
# says: early and late
# %% before
from fastai.tabular.all import *
goats = pd.DataFrame({'breed': ['a', 'b'] * 30, 'age': [float(o % 9) for o in range(60)], 'milk': [float(o) for o in range(60)]})
# %% cell
early, late = list(range(50)), list(range(40, 60))
to = TabularPandas(goats, procs=[Categorify], cat_names=['breed'], cont_names=['age'], y_names='milk', splits=(early, late))
# %% mended
early, late = list(range(40)), list(range(40, 60))
to = TabularPandas(goats, procs=[Categorify], cat_names=['breed'], cont_names=['age'], y_names='milk', splits=(early, late))
