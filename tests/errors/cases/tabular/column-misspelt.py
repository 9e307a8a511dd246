# rule: tabular.no_such_column
# source: constructed
# says: cat_names
# says: workclas'
# says: cat_names=\['workclass', 'education'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclas', 'education'], cont_names=['age'], y_names='salary')
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass', 'education'], cont_names=['age'], y_names='salary')
