# rule: tabular_learners.y_range_no_pair
# source: constructed
# says: methods
# says: y_range=\(df.hours.min\(\), df.hours.max\(\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['workclass'], cont_names=['age'], y_names='hours', bs=16)
# %% fails
learn = tabular_learner(dls, layers=[10], y_range=(df.hours.min, df.hours.max), metrics=rmse)
learn.fit(1)
# %% mended
learn = tabular_learner(dls, layers=[10], y_range=(df.hours.min(), df.hours.max()), metrics=rmse)
learn.fit(1)
