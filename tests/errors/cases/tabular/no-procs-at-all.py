# rule: categories.categorify_missing
# source: constructed
# says: Categorify
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, cat_names=['workclass'], cont_names=['age'], y_names='salary')
# %% mended
dls = TabularDataLoaders.from_df(df, cat_names=['workclass'], cont_names=['age'], y_names='salary', procs=[Categorify])
