# rule: tabular.no_numbers_in_cont
# source: constructed
# says: Int
# says: astype\('float64'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['age'] = df['age'].astype('Int64')
df.loc[3, 'age'] = pd.NA
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing], cat_names=['workclass'], cont_names=['age', 'hours'], y_names='salary')
# %% mended
df['age'] = df['age'].astype('float64')
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing], cat_names=['workclass'], cont_names=['age', 'hours'], y_names='salary')
