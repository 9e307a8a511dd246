# rule: tabular.columns_backwards
# source: constructed
# says: opposite order
# says: cont_names=\['age', 'hours'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'],
                                 cont_names=['hours', 'age'], y_names='salary')
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'],
                                 cont_names=['age', 'hours'], y_names='salary')
