# rule: inference.column_missing
# source: constructed
# says: test_df\['fare_off'\] = …
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'Sex': ['m', 'f'] * 20, 'Fare': [7., 8., 70., 12.] * 10, 'Survived': ['y', 'n'] * 20})
test_df = df.iloc[:6].drop(columns='Survived').copy()
df['fare_off'] = df['Fare'] - df['Fare'].mean()
dls = TabularDataLoaders.from_df(df, y_names='Survived', cat_names=['Sex'], cont_names=['fare_off'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
dl = learn.dls.test_dl(test_df)
# %% mended
test_df['fare_off'] = test_df['Fare'] - df['Fare'].mean()
dl = learn.dls.test_dl(test_df)
