# rule: tabular.no_such_column
# source: constructed
# says: y_names
# says: y_names='salary'
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='Salary')
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary')
