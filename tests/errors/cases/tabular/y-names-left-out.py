# rule: tabular_learners.no_target
# source: constructed
# says: y_names
# says: y_names='salary'
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing], cat_names=['workclass'], cont_names=['age'])
# %% fails
learn = tabular_learner(dls, metrics=accuracy)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing], cat_names=['workclass'], cont_names=['age'], y_names='salary')
learn = tabular_learner(dls, metrics=accuracy)
