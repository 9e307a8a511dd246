# rule: inference.column_missing
# source: constructed
# says: hours
# says: test_df\['hours'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 20, 'age': [30., 41., 52., 23.] * 10, 'hours': [40., 38.] * 20, 'salary': ['<50k', '>=50k'] * 20})
dls = TabularDataLoaders.from_df(df, y_names='salary', cat_names=['workclass'], cont_names=['age', 'hours'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
test_df = df.drop(columns=['hours', 'salary'])
# %% fails
dl = learn.dls.test_dl(test_df)
# %% mended
test_df['hours'] = 40.
dl = learn.dls.test_dl(test_df)
