# rule: categories.no_classes_of
# source: constructed
# says: workclass
# says: cat_names
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
# %% fails
n = len(dls.classes['age'])
# %% mended
n = len(dls.classes['workclass'])
