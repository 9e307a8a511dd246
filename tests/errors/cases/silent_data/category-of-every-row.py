# notice: tables.category_of_every_row
# source: constructed
# says: `?age`?
# says: cont_names
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.rand(80), 'sex': ['m', 'f'] * 40, 'fare': np.random.rand(80), 'id': [f'p{i}' for i in range(80)]})
# %% cell
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['sex', 'age'], cont_names=[], y_names='fare')
# %% mended
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare')
