# rule: tabular_learners.loaders_not_made
# source: constructed
# says: DataFrame
# says: TabularDataLoaders.from_df\(df
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
learn = tabular_learner(df, metrics=accuracy)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'], cont_names=['age'], y_names='salary')
learn = tabular_learner(dls, metrics=accuracy)
