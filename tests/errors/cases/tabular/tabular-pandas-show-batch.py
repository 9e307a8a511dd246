# rule: tabular_learners.loaders_not_made
# source: constructed
# says: TabularPandas
# says: to.dataloaders
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['workclass'], ['age'], y_names='salary', splits=RandomSplitter()(range_of(df)))
# %% fails
to.show_batch()
# %% mended
dls = to.dataloaders(bs=64)
dls.show_batch()
