# rule: tabular.no_such_column
# source: constructed
# says: list\(df.columns\[2:4\]\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['workclass'], cont_names=df.columns[2:4], y_names='salary')
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['workclass'], cont_names=list(df.columns[2:4]), y_names='salary')
