# rule: tabular.no_such_column
# source: constructed
# says: comma
# says: cat_names = \['workclass', 'education'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
cat_names = ['workclass' 'education']
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=cat_names, cont_names=['age'], y_names='salary')
# %% mended
cat_names = ['workclass', 'education']
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=cat_names, cont_names=['age'], y_names='salary')
