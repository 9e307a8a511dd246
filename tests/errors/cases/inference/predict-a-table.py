# rule: inference.not_a_row
# source: constructed
# says: one row
# says: learn\.predict\(df\.iloc\[0\]\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 20, 'age': [30., 41., 52., 23.] * 10, 'hours': [40., 38.] * 20, 'salary': ['<50k', '>=50k'] * 20})
dls = TabularDataLoaders.from_df(df, y_names='salary', cat_names=['workclass'], cont_names=['age', 'hours'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
learn.predict(df)
# %% mended
dl = learn.dls.test_dl(df)
preds, _ = learn.get_preds(dl=dl)
