# rule: tabular.no_numbers_in_cont
# source: constructed
# says: owner
# says: astype\('float64'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['owner'] = df['age'] > 30
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing], cat_names=['workclass'], cont_names=['age', 'owner'], y_names='salary')
# %% mended
df['owner'] = df['owner'].astype('float64')
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing], cat_names=['workclass'], cont_names=['age', 'owner'], y_names='salary')
