# rule: tabular.no_numbers_in_cont
# source: https://docs.fast.ai/tabular.core.html
# says: each other's place
# says: cont_names, cat_names = cont_cat_split\(df, dep_var='salary'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
# %% fails
cat_names, cont_names = cont_cat_split(df, dep_var='salary')
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=cat_names, cont_names=cont_names, y_names='salary')
# %% mended
cont_names, cat_names = cont_cat_split(df, dep_var='salary')
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=cat_names, cont_names=cont_names, y_names='salary')
