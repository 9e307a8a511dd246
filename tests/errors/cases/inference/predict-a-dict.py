# rule: inference.not_a_row
# source: constructed
# says: pd\.Series\(row\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 20, 'age': [30., 41., 52., 23.] * 10, 'hours': [40., 38.] * 20, 'salary': ['<50k', '>=50k'] * 20})
dls = TabularDataLoaders.from_df(df, y_names='salary', cat_names=['workclass'], cont_names=['age', 'hours'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
row = {'workclass': 'Private', 'age': 30., 'hours': 2.}
# %% fails
learn.predict(row)
# %% mended
learn.predict(pd.Series(row))
