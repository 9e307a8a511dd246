# rule: tabular_learners.loaders_not_made
# source: constructed
# says: parentheses
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['workclass'], ['age'], y_names='salary', splits=RandomSplitter()(range_of(df)))
dls = to.dataloaders
# %% fails
learn = tabular_learner(dls, metrics=accuracy)
# %% mended
dls = to.dataloaders(bs=64)
learn = tabular_learner(dls, metrics=accuracy)
