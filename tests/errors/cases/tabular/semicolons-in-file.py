# rule: tabular.no_such_column
# source: https://archive.ics.uci.edu/dataset/186/wine+quality
# says: single column
# says: sep=';'
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.to_csv('salaries.csv', sep=';', index=False)
df = pd.read_csv('salaries.csv')
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary')
# %% mended
df = pd.read_csv('salaries.csv', sep=';')
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary')
