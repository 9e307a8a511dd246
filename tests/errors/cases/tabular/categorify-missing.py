# rule: categories.categorify_missing
# source: https://github.com/fastai/fastai/issues/1587
# says: workclass
# says: Categorify is missing
# says: procs=\[Categorify, FillMissing, Normalize\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, y_names='salary', cat_names=['workclass'], cont_names=['age'],
                                 procs=[FillMissing, Normalize], bs=16)
# %% mended
dls = TabularDataLoaders.from_df(df, y_names='salary', cat_names=['workclass'], cont_names=['age'],
                                 procs=[Categorify, FillMissing, Normalize], bs=16)
