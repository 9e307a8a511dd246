# rule: tabular.no_such_column
# source: https://stackoverflow.com/questions/21606987
# says: space
# says: df.columns = df.columns.str.strip\(\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.columns = [' age' if o == 'age' else o for o in df.columns]
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['workclass'], cont_names=['age'], y_names='salary')
# %% mended
df.columns = df.columns.str.strip()
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['workclass'], cont_names=['age'], y_names='salary')
