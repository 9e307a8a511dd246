# notice: positions.splits_overlap
# source: constructed
# says: 150 rows are in both parts
# says: train_rows and\s+train_rows
# %% before
from fastai.tabular.all import *
draw = np.random.default_rng(11)
wine = pd.DataFrame({'acid': draw.normal(3, .3, 200), 'sugar': draw.gamma(2, 2, 200)})
wine['grade'] = np.where(wine.sugar > 3, 'sweet', 'dry')
train_rows, valid_rows = list(range(150)), list(range(150, 200))
# %% cell
to = TabularPandas(wine, procs=[Normalize], cont_names=['acid', 'sugar'], y_names='grade', splits=(train_rows, train_rows))
# %% mended
to = TabularPandas(wine, procs=[Normalize], cont_names=['acid', 'sugar'], y_names='grade', splits=(train_rows, valid_rows))
