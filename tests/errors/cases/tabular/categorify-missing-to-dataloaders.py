# rule: categories.categorify_missing
# source: constructed
# says: workclass and .?education
# says: procs = \[Categorify, Normalize\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Normalize]
to = TabularPandas(df, procs, ['workclass', 'education'], ['age', 'hours'], y_names='salary', splits=RandomSplitter()(range_of(df)))
# %% fails
dls = to.dataloaders(bs=16)
# %% mended
procs = [Categorify, Normalize]
to = TabularPandas(df, procs, ['workclass', 'education'], ['age', 'hours'], y_names='salary', splits=RandomSplitter()(range_of(df)))
dls = to.dataloaders(bs=16)
